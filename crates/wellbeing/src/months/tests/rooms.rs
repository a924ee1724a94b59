//! Rooms: how many units they had when they were used, and which use is taken back.
use super::*;
use crate::rules::rooms::RoomsBasis;

/// Ten hours of one unit in which somebody was seen, on a day on which the room had so many units.
async fn ten(here: &Here, day: &str, units: u32) {
    let mut open = opened(day);
    open["units"] = units.into();
    here.note("venue.open", &format!("{day}T00:00"), open).await;
    for hour in 10..20 {
        here.note("venue.used", &format!("{day}T{hour}:00"), used(60, true, json!({}))).await;
    }
}

fn old(minutes: i64, was: &str) -> Value {
    let old = json!({ "venue": 1, "offering": 1, "minutes": minutes, "people": 2, "walk_in": false, "was": was });
    old
}

async fn june(here: &Here) -> RoomsBasis {
    here.work_at("2026-07-01T06:00").await;
    here.sheet(JUNE, None).await.rooms.unwrap()
}

#[tokio::test]
async fn a_use_is_a_part_of_the_units_that_the_room_had_then() {
    for here in all().await {
        ten(&here, "2026-06-14", 3).await;
        ten(&here, "2026-06-15", 4).await;
        let rooms = june(&here).await;
        assert_eq!((rooms.used_min, rooms.open_min, rooms.uses), (200 + 150, 1_440, 20));
        here.0.sound().await;
    }
}

#[tokio::test]
async fn what_was_noted_before_units_were_takes_back_what_was_noted_then() {
    for here in all().await {
        ten(&here, "2026-06-02", 2).await;
        here.note("venue.used", "2026-06-02T20:00", old(30, "")).await;
        here.note("venue.used", "2026-06-02T20:30", used(50, false, json!({}))).await;
        here.note("venue.not-so", "2026-06-02T21:00", old(60, "venue.used")).await;
        assert_eq!(june(&here).await.unsure_min, 25, "the later one stays");
    }
}

#[tokio::test]
async fn what_takes_back_a_use_from_before_units_were_may_say_more_than_it() {
    for here in all().await {
        ten(&here, "2026-06-02", 2).await;
        here.note("venue.used", "2026-06-02T20:00", old(30, "")).await;
        here.note("venue.used", "2026-06-02T21:00", old(30, "")).await;
        let back = used(30, true, json!({ "was": "venue.used", "people": 2, "units": 2 }));
        here.note("venue.not-so", "2026-06-02T22:00", back).await;
        let rooms = june(&here).await;
        assert_eq!((rooms.unsure_min, rooms.uses), (15, 10), "one of two is left");
    }
}

#[tokio::test]
async fn a_use_of_another_day_is_not_taken_back() {
    for here in all().await {
        ten(&here, "2026-06-02", 2).await;
        ten(&here, "2026-06-03", 2).await;
        here.note("venue.used", "2026-06-03T20:30", used(50, true, json!({}))).await;
        // All of the third of June were an hour or less: of those the hour goes, and of the second none.
        let back = || used(60, true, json!({ "was": "venue.used" }));
        for _ in 0..11 {
            here.note("venue.not-so", "2026-06-03T22:00", back()).await;
        }
        let rooms = june(&here).await;
        assert_eq!((rooms.used_min, rooms.uses), (300, 10));
        here.0.sound().await;
    }
}
