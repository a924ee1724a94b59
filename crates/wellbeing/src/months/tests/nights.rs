//! Hours that go on past midnight: each minute belongs to the day on which it lies.
use super::*;
use crate::rules::door::DoorDay;
use crate::rules::sheet::Door;

/// Promised from eight in the evening of a day of June or July until two.
async fn night(here: &Here, month: i8, day: i8) {
    let on = date(2026, month, day);
    let spans = json!({ "spans": [[at(&format!("{on}T20:00")), at(&format!("{}T02:00", on.tomorrow().unwrap()))]] });
    here.note("door.promised", &format!("{on}T00:00"), spans).await;
}

/// The day after such a night, on which nothing is promised.
async fn rest(here: &Here, day: i8) {
    here.note("door.promised", &format!("2026-06-{day:02}T00:00"), json!({ "spans": [] })).await;
}

async fn said(here: &Here, all: &[(&'static str, &str)]) {
    for (kind, wall) in all {
        here.note(kind, &format!("2026-{wall}"), json!({})).await;
    }
}

async fn june(here: &Here) -> Door {
    here.work_at("2026-07-01T06:00").await;
    here.sheet(JUNE, None).await.door.unwrap()
}

fn minutes(promised: i64, open: i64, closed: i64) -> DoorDay {
    DoorDay { promised, open, closed, ..DoorDay::default() }
}

#[tokio::test]
async fn a_night_is_open_from_its_opening_to_its_closing_on_the_next_day() {
    for here in all().await {
        night(&here, 6, 4).await;
        rest(&here, 5).await;
        said(&here, &[("door.opened", "06-04T19:55"), ("door.closed", "06-05T02:05")]).await;
        assert_eq!(june(&here).await, Door { days: 2, minutes: minutes(360, 360, 0) });
        here.0.sound().await;
    }
}

#[tokio::test]
async fn what_is_closed_in_the_evening_is_closed_in_the_small_hours() {
    for here in all().await {
        night(&here, 6, 4).await;
        rest(&here, 5).await;
        said(&here, &[("door.opened", "06-04T20:00"), ("door.closed", "06-04T22:00")]).await;
        // A door found closed in the small hours was promised to be open.
        night(&here, 6, 10).await;
        rest(&here, 11).await;
        said(&here, &[("door.found-closed", "06-11T00:30")]).await;
        let found = DoorDay { reports: 1, ..minutes(360, 0, 30) };
        assert_eq!(june(&here).await, Door { days: 4, minutes: minutes(360, 120, 240) + found });
    }
}

#[tokio::test]
async fn a_night_that_nobody_ended_says_nothing_of_its_hours_and_none_says_anything_of_the_next_evening() {
    for here in all().await {
        night(&here, 6, 8).await;
        night(&here, 6, 9).await;
        rest(&here, 10).await;
        // The second one is opened: that does not show that the first one was open.
        said(&here, &[("door.opened", "06-08T20:00"), ("door.opened", "06-09T20:00"), ("door.closed", "06-10T02:10")])
            .await;
        // The closing of one night is no closing of the evening after it, of which nobody said anything.
        night(&here, 6, 17).await;
        night(&here, 6, 18).await;
        rest(&here, 19).await;
        said(&here, &[("door.opened", "06-17T20:00"), ("door.closed", "06-18T02:00")]).await;
        let (first, second) = (minutes(720, 15 + 360, 0), minutes(720, 360, 0));
        assert_eq!(june(&here).await, Door { days: 6, minutes: first + second });
    }
}

#[tokio::test]
async fn until_midnight_the_closing_comes_on_the_next_day_too() {
    for here in all().await {
        for day in ["2026-06-02", "2026-06-03"] {
            let end = day.parse::<Date>().unwrap().tomorrow().unwrap();
            let spans = json!({ "spans": [[at(&format!("{day}T18:00")), at(&format!("{end}T00:00"))]] });
            here.note("door.promised", &format!("{day}T00:00"), spans).await;
        }
        said(&here, &[("door.opened", "06-02T18:00"), ("door.closed", "06-03T00:04")]).await;
        assert_eq!(june(&here).await, Door { days: 2, minutes: minutes(720, 360, 0) });
    }
}

#[tokio::test]
async fn where_the_whole_day_is_promised_each_is_judged_by_itself() {
    for here in all().await {
        for day in ["2026-06-03", "2026-06-04"] {
            let end = day.parse::<Date>().unwrap().tomorrow().unwrap();
            let spans = json!({ "spans": [[at(&format!("{day}T00:00")), at(&format!("{end}T00:00"))]] });
            here.note("door.promised", &format!("{day}T00:00"), spans).await;
        }
        said(&here, &[("door.opened", "06-03T08:00"), ("door.closed", "06-04T09:00")]).await;
        assert_eq!(june(&here).await, Door { days: 2, minutes: minutes(2_880, 15, 15 * 60) });
    }
}

#[tokio::test]
async fn the_last_night_of_a_month_is_of_both_months() {
    for here in all().await {
        night(&here, 6, 30).await;
        said(&here, &[("door.opened", "06-30T20:00"), ("door.closed", "07-01T02:00")]).await;
        assert_eq!(june(&here).await, Door { days: 1, minutes: minutes(240, 240, 0) });
        here.note("door.promised", "2026-07-01T00:00", json!({ "spans": [] })).await;
        here.work_at("2026-08-01T06:00").await;
        let july = here.sheet(date(2026, 7, 1), None).await;
        assert_eq!(july.door, Some(Door { days: 1, minutes: minutes(120, 120, 0) }));
        here.0.sound().await;
    }
}

#[tokio::test]
async fn a_closing_of_two_nights_before_says_nothing_of_a_new_month() {
    for here in all().await {
        night(&here, 6, 29).await;
        night(&here, 6, 30).await;
        said(&here, &[("door.opened", "06-29T20:00"), ("door.closed", "06-30T02:00")]).await;
        assert_eq!(june(&here).await, Door { days: 2, minutes: minutes(600, 360, 0) });
        here.note("door.promised", "2026-07-01T00:00", json!({ "spans": [] })).await;
        here.work_at("2026-08-01T06:00").await;
        let july = here.sheet(date(2026, 7, 1), None).await;
        assert_eq!(july.door, Some(Door { days: 1, minutes: minutes(120, 0, 0) }));
    }
}

#[tokio::test]
async fn hours_after_midnight_are_open_hours_of_their_own_day() {
    for here in all().await {
        // From a Sunday into a Monday.
        night(&here, 6, 7).await;
        rest(&here, 8).await;
        here.note("venue.used", "2026-06-08T00:30", used(20, true, json!({}))).await;
        here.work_at("2026-07-01T06:00").await;
        let sheet = here.sheet(JUNE, None).await;
        let open: Vec<_> = sheet.weeks.iter().map(|week| week.hours.map(|hours| hours.open)).collect();
        assert_eq!(open[..2], [Some(4), Some(2)]);
        let key = here.0.house.keys.lookup("wellbeing-noise", &here.0.station.id.to_string());
        let what = format!("{} 2026-W24 hours", here.0.station.id);
        assert_eq!(sheet.weeks[1].hours.unwrap().visited, crate::rules::noise::noised(&key, &what, 1));
    }
}
