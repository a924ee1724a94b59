//! What was promised, night by night.
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use serde_json::json;

use super::{at, facts};
use crate::door::jobs;
use crate::tests::{Town, towns};

const KIND: &str = "door.promised";

async fn hours(town: &Town, hours: &'static str) {
    let id = town.station.id.0;
    let work = move |c: &mut Conn| c.run(&format!("UPDATE stations SET hours = '{hours}' WHERE station_id = {id}"));
    town.house.db.write(work).await.unwrap();
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
