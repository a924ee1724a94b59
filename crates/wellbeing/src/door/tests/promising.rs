//! What was promised, night by night.
use std::net::IpAddr;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::view::Peer;
use serde_json::json;

use super::{at, facts};
use crate::door::answers::promise;
use crate::door::{found_closed, jobs};
use crate::tests::{Town, refused, towns};

const KIND: &str = "door.promised";

async fn hours(town: &Town, hours: &'static str) {
    let id = town.station.id.0;
    let work = move |c: &mut Conn| c.run(&format!("UPDATE stations SET hours = '{hours}' WHERE station_id = {id}"));
    town.house.db.write(work).await.unwrap();
}

/// A night before a holiday, on which nothing is promised, and its own evening neither.
pub const NIGHTS: &str = "Mo-Su 20:00-02:00; PH off";

/// The town with these hours.
pub async fn open_at(mut town: Town, text: &'static str) -> Town {
    hours(&town, text).await;
    let id = town.station.id;
    town.station = Arc::new(town.house.db.read(move |c: &mut Conn| stations::by_id(c, id)).await.unwrap());
    town
}

#[tokio::test]
async fn what_was_promised_is_written_the_night_after_and_stays() {
    for town in towns().await {
        jobs(&town.house).await.unwrap();
        assert!(facts(&town, KIND).await.is_empty(), "the station was made today");
        town.house.set_clock(at("2026-06-28T00:10:00+08:00"));
        for _ in 0..2 {
            jobs(&town.house).await.unwrap();
        }
        hours(&town, "off").await;
        town.house.set_clock(at("2026-06-29T00:10:00+08:00"));
        jobs(&town.house).await.unwrap();
        let all = facts(&town, KIND).await;
        let days: Vec<_> = all.iter().map(|fact| (fact.on, fact.at)).collect();
        let midnight = |day| at(&format!("2026-06-{day}T00:00:00+08:00"));
        assert_eq!(days, [(date(2026, 6, 27), midnight(27)), (date(2026, 6, 28), midnight(28))]);
        assert_eq!(all[0].data, json!({ "spans": [["2026-06-26T22:00:00Z", "2026-06-27T14:00:00Z"]] }));
        assert_eq!(all[1].data, json!({ "spans": [] }), "a day without a promise is written, too");
    }
}

#[tokio::test]
async fn nights_without_the_program_are_caught_up_but_not_without_end() {
    for town in towns().await {
        town.house.set_clock(at("2026-06-28T00:10:00+08:00"));
        jobs(&town.house).await.unwrap();
        town.house.wait(SignedDuration::from_hours(24 * 5));
        jobs(&town.house).await.unwrap();
        let all = facts(&town, KIND).await;
        assert_eq!((all.len(), all.last().map(|fact| fact.on)), (6, Some(date(2026, 7, 2))));
        town.house.wait(SignedDuration::from_hours(24 * 100));
        jobs(&town.house).await.unwrap();
        let all = facts(&town, KIND).await;
        assert_eq!((all.len(), all[6].on, all[45].on), (46, date(2026, 9, 1), date(2026, 10, 10)));
    }
}

#[tokio::test]
async fn a_night_before_a_holiday_is_promised_until_its_end() {
    for town in towns().await {
        let town = open_at(town, NIGHTS).await;
        let now = |wall| promise(&town.house, &town.station, at(wall)).unwrap();
        let (began, ends) = (at("2026-06-18T20:00:00+08:00"), at("2026-06-19T02:00:00+08:00"));
        let before = now("2026-06-18T23:59:59+08:00");
        assert_eq!((before.now, before.spans), (Some((began, ends)), vec![(began, ends)]));
        // The 19th is the Dragon Boat festival.
        let after = now("2026-06-19T00:30:00+08:00");
        let midnight = at("2026-06-19T00:00:00+08:00");
        assert_eq!((after.on, after.now), (date(2026, 6, 19), Some((began, ends))));
        assert_eq!(after.spans, [(midnight, ends)], "what is left of the night, and no evening");
        assert_eq!(after.opens, Some(at("2026-06-22T20:00:00+08:00")));
        let over = now("2026-06-19T02:00:00+08:00");
        assert_eq!((over.now, over.spans), (None, vec![]));
    }
}

#[tokio::test]
async fn in_the_small_hours_somebody_can_find_it_closed_on_the_day_on_which_it_is() {
    for town in towns().await {
        let town = open_at(town, NIGHTS).await;
        town.house.set_clock(at("2026-06-19T00:40:00+08:00"));
        let press =
            |key| found_closed(&town.house, &town.station, (Peer::new(IpAddr::from([192, 0, 2, 7])), Some(key)));
        press("a").await.unwrap();
        let found = facts(&town, "door.found-closed").await;
        assert_eq!((found[0].on, found[0].at), (date(2026, 6, 19), at("2026-06-19T00:30:00+08:00")));
        town.house.set_clock(at("2026-06-19T02:00:00+08:00"));
        assert_eq!(refused(press("b").await).opens, Some(at("2026-06-22T20:00:00+08:00")));
    }
}

#[tokio::test]
async fn a_night_is_written_whole_with_the_day_on_which_it_begins() {
    for town in towns().await {
        let town = open_at(town, NIGHTS).await;
        town.house.set_clock(at("2026-06-28T00:10:00+08:00"));
        jobs(&town.house).await.unwrap();
        hours(&town, "Mo-Su 20:00-02:00; Jun 28 off").await;
        town.house.set_clock(at("2026-06-29T00:10:00+08:00"));
        jobs(&town.house).await.unwrap();
        let all: Vec<_> = facts(&town, KIND).await.into_iter().map(|fact| (fact.on, fact.data)).collect();
        let night = json!({ "spans": [["2026-06-27T12:00:00Z", "2026-06-27T18:00:00Z"]] });
        assert_eq!(all, [(date(2026, 6, 27), night), (date(2026, 6, 28), json!({ "spans": [] }))]);
    }
}
