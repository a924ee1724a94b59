//! Make-up workdays: Sunday 2025-09-28, Saturday 2025-10-11, Saturday 2026-02-14, Sunday 2024-02-18, whose Friday was
//! itself a holiday.
use almanac::{holidays::Calendar, hours::Hours};

use crate::on;

/// "0800-1200 2000-2600" on that day.
fn day(text: &str, day: &str) -> String {
    let hours = Hours::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    let date = on(day);
    let spans = hours.intervals(date, Calendar::prc()).into_iter().map(|(from, until)| {
        let over = 24 * i32::from(until.date() != date);
        format!("{:02}{:02}-{:02}{:02}", from.hour(), from.minute(), i32::from(until.hour()) + over, until.minute())
    });
    spans.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_make_up_workday_has_the_hours_of_a_workday() {
    let text = "Mo-Fr 08:00-18:00; Sa,Su 10:00-16:00; PH off";
    for made_up in ["20250928", "20251011", "20260214", "20240218"] {
        assert_eq!(day(text, made_up), "0800-1800", "{made_up}");
    }
    assert_eq!(day(text, "20250927"), "1000-1600", "the Saturday beside it is a Saturday");
    assert_eq!(day(text, "20251001"), "");
}

#[test]
fn sunday_off_does_not_close_a_make_up_sunday() {
    assert_eq!(day("08:00-18:00; Su off", "20250928"), "0800-1800");
    assert_eq!(day("08:00-18:00; Sa,Su off", "20251011"), "0800-1800");
}

#[test]
fn it_stands_for_the_friday_of_its_week() {
    assert_eq!(day("Mo-Th 08:00-18:00; Fr 08:00-17:00", "20250928"), "0800-1700");
    assert_eq!(day("Mo-Th 08:00-18:00", "20250928"), "");
}

#[test]
fn ph_off_does_not_apply_though_that_friday_was_a_holiday() {
    assert_eq!(day("Mo-Fr 08:00-18:00; PH off", "20240216"), "");
    assert_eq!(day("Mo-Fr 08:00-18:00; PH off", "20240218"), "0800-1800");
}

#[test]
fn months_and_dates_are_those_of_the_day_itself() {
    // Sunday 2009-05-31 was worked for the Dragon Boat Festival break that had begun on Thursday.
    assert_eq!(day("May 31 Mo-Fr 08:00-09:00", "20090531"), "0800-0900");
    assert_eq!(day("May 29 Mo-Fr 08:00-09:00", "20090531"), "");
}

#[test]
fn counted_weekdays_mean_the_very_day() {
    // 2025-10-11 is the second Saturday of October, its Friday the second Friday.
    assert_eq!(day("08:00-18:00; Sa[2] off", "20251011"), "0800-1800");
    assert_eq!(day("08:00-18:00; Fr[2] off", "20251011"), "0800-1800");
}

#[test]
fn open_around_the_clock_on_workdays_covers_the_made_up_day_and_no_more() {
    let hours = Hours::parse("Mo-Fr 00:00-24:00").unwrap();
    let (from, until) = (on("20250926").at(0, 0, 0, 0), on("20250930").at(0, 0, 0, 0));
    let found = hours.intervals_between(from, until, Calendar::prc());
    let midnight = |d| on(d).at(0, 0, 0, 0);
    assert_eq!(found, [(from, midnight("20250927")), (midnight("20250928"), until)]);
    assert_eq!(hours.next_change(midnight("20250928"), Calendar::prc()), Some(midnight("20251004")), "no PH rule here");
}

#[test]
fn a_night_that_starts_on_a_make_up_day_ends_on_the_next() {
    let text = "Mo-Fr 20:00-26:00; Sa,Su off";
    assert_eq!(day(text, "20250927"), "");
    assert_eq!(day(text, "20250928"), "2000-2600");
    let hours = Hours::parse(text).unwrap();
    let open = |d, h| hours.state_at(on(d).at(h, 30, 0, 0), Calendar::prc()).open;
    assert!(!open("20250928", 1), "the Saturday before had no night");
    assert!(open("20250929", 1));
}
