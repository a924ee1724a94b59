//! When months are made, and counted anew.
use kernel::event;
use kernel::lottery::Published as _;

use super::*;
use crate::rules::verify::{verify, verify_after};

fn row(month: &str, revision: u32, why: &str) -> (String, u32, String) {
    (month.to_owned(), revision, why.to_owned())
}

#[tokio::test]
async fn a_month_is_made_on_the_first_at_six_and_once() {
    for here in all().await {
        here.tickets("2026-06-10", 12).await;
        here.work_at("2026-07-01T05:59").await;
        assert_eq!(here.published().await, []);
        here.work_at("2026-07-01T06:00").await;
        here.work_at("2026-07-01T06:01").await;
        here.work_at("2026-07-05T12:00").await;
        assert_eq!(here.published().await, [row("2026-06", 1, "")]);
        let station = here.0.station.id;
        let events = here.0.house.db.read(move |c: &mut Conn| event::since(c, station, 0, 1000)).await.unwrap();
        let made: Vec<_> = events.iter().filter(|e| e.kind == "month.made").map(|e| e.subject.as_str()).collect();
        assert_eq!(made, ["2026-06"]);
        here.0.sound().await;
    }
}

#[tokio::test]
async fn what_is_published_can_be_computed_again_by_anybody() {
    for here in all().await {
        here.live_here(4_000).await;
        here.tickets("2026-05-12", 15).await;
        here.tickets("2026-06-10", 12).await;
        here.work_at("2026-07-01T06:00").await;
        let station = here.0.station.id;
        let text = |month: Date| here.0.house.db.read(move |c| answers::sheet(c, station, month, None));
        let (may, june) = (text(date(2026, 5, 1)).await.unwrap().unwrap(), text(JUNE).await.unwrap().unwrap());
        assert_eq!(june.0.text(), june.1);
        assert_eq!(verify(&may.1).unwrap().differs, Vec::<String>::new());
        let found = verify_after(&june.1, &may.1).unwrap();
        assert!(found.differs.is_empty() && found.not_yet.is_empty(), "{found:?}");
    }
}

#[tokio::test]
async fn months_that_were_missed_are_made_up_for_where_something_was_noted() {
    for here in new().await {
        here.tickets("2025-05-10", 3).await;
        here.tickets("2026-03-10", 3).await;
        here.tickets("2026-05-10", 3).await;
        here.work_at("2026-07-20T12:00").await;
        assert_eq!(
            here.published().await,
            [row("2026-05", 1, ""), row("2026-03", 1, "")],
            "a year back, and no further"
        );
        here.work_at("2026-08-01T06:00").await;
        assert_eq!(here.published().await.len(), 2, "nothing was noted in June and July");
        here.0.sound().await;
    }
}

#[tokio::test]
async fn on_the_eighth_what_came_late_is_in_the_next_revision() {
    for here in all().await {
        here.tickets("2026-06-10", 12).await;
        here.work_at("2026-07-01T06:00").await;
        here.tickets("2026-06-11", 11).await;
        here.work_at("2026-07-08T05:59").await;
        assert_eq!(here.published().await, [row("2026-06", 1, "")]);
        here.work_at("2026-07-08T06:00").await;
        here.work_at("2026-07-08T06:30").await;
        assert_eq!(here.published().await, [row("2026-06", 2, "late-facts"), row("2026-06", 1, "")]);
        let sheet = here.sheet(JUNE, None).await;
        assert!(sheet.corrections.iter().any(|c| c.part == "2026-W24/desk" && c.why == "late-facts"), "{sheet:?}");
        assert_eq!(here.sheet(JUNE, Some(1)).await.corrections, []);
        here.0.sound().await;
    }
}

#[tokio::test]
async fn where_nothing_came_late_there_is_no_other_revision() {
    for here in all().await {
        here.tickets("2026-06-10", 12).await;
        here.work_at("2026-07-01T06:00").await;
        here.work_at("2026-07-08T06:00").await;
        here.work_at("2026-08-01T06:00").await;
        assert_eq!(here.published().await, [row("2026-06", 1, "")]);
    }
}

#[tokio::test]
async fn it_is_known_which_month_is_next() {
    for here in all().await {
        let next = |wall: &str| answers::next_made(&here.0.station, at(wall));
        assert_eq!(next("2026-06-27T12:00"), (JUNE, at("2026-07-01T06:00")));
        assert_eq!(next("2026-07-01T06:00"), (date(2026, 7, 1), at("2026-08-01T06:00")));
    }
}
