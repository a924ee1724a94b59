//! When the program was away.
use jiff::civil::date;
use kernel::fact;
use kernel::fault::Fault;
use kernel::refusal::Not;

use super::lines::{Town, at, on, refused, towns};
use crate::paper::acts::{declare, take_back};
use crate::paper::answers;
use crate::paper::rules::in_days;
use crate::rules::{Refusal, Span};

fn span(from: jiff::Timestamp, until: jiff::Timestamp) -> Span {
    Span::new(from, until).unwrap()
}

/// How many minutes each day was away, and how many of them are taken back.
async fn counted(town: &Town) -> (i64, i64) {
    let station = town.station.id;
    let sum = move |kind| {
        let facts = town.house.db.read(move |c| fact::between(c, station, kind, date(2026, 6, 1), date(2026, 7, 1)));
        async move { facts.await.unwrap().iter().filter_map(|f| f.data["minutes"].as_i64()).sum() }
    };
    (sum("station.outage").await, sum("station.outage-not-so").await)
}

#[test]
fn an_outage_lies_on_each_of_its_days() {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
    let over_two = in_days(&span(on(23, 22, 0), on(25, 1, 30)), &zone);
    assert_eq!(over_two, [(date(2026, 6, 23), 120), (date(2026, 6, 24), 1440), (date(2026, 6, 25), 90)]);
    assert_eq!(in_days(&span(on(23, 22, 0), on(24, 0, 0)), &zone), [(date(2026, 6, 23), 120)]);
}

#[tokio::test]
async fn an_outage_explains_the_gap_and_is_taken_back_when_it_was_none() {
    for town in towns().await {
        let (house, station, clerk) = (&town.house, &town.station, town.clerk);
        let id = declare(house, station, span(at(13, 40), at(16, 50)), clerk, None).await.unwrap();
        assert_eq!(counted(&town).await, (190, 0));
        let again = declare(house, station, span(at(16, 0), at(17, 0)), clerk, None).await;
        assert_eq!(refused(again), Refusal::OutageKnown);
        declare(house, station, span(at(16, 50), at(17, 0)), clerk, None).await.unwrap();
        for _ in 0..2 {
            take_back(house, station, id, clerk).await.unwrap();
        }
        assert_eq!(counted(&town).await, (200, 190));
        let (s, day) = (station.clone(), span(at(0, 0), on(25, 0, 0)));
        let left = house.db.read(move |c| answers::outages_between(c, &s, &day)).await.unwrap();
        assert_eq!(left.iter().map(|o| o.span).collect::<Vec<_>>(), [span(at(16, 50), at(17, 0))]);
        let unknown = take_back(house, station, house.new_id(), clerk).await;
        assert_eq!(unknown, Err(Fault::NotFound));
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_declare_one_outage_one_does() {
    for town in towns().await {
        let calls: Vec<_> = (0..16)
            .map(|_| {
                let (house, station, clerk) = (town.house.house(), town.station.clone(), town.clerk);
                tokio::spawn(async move { declare(&house, &station, span(at(13, 0), at(14, 0)), clerk, None).await })
            })
            .collect();
        let mut declared = 0;
        for call in calls {
            match call.await.unwrap() {
                Ok(_) => declared += 1,
                Err(Not::Refused(Refusal::OutageKnown)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(declared, 1);
        town.sound().await;
    }
}
