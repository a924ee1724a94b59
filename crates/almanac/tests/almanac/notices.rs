//! Which hours a holiday notice that is still to come can change.
use almanac::{holidays::Calendar, hours::Hours};
use jiff::civil::date;

fn may_change(hours: &str, on: jiff::civil::Date) -> bool {
    Hours::parse(hours).unwrap().may_change(on, Calendar::prc())
}

#[test]
fn hours_that_name_holidays_or_part_of_the_week_wait_for_the_notice() {
    let (monday, saturday) = (date(2027, 5, 3), date(2027, 5, 8));
    assert!(may_change("Mo-Su 09:00-18:00; PH off", monday));
    assert!(may_change("Mo-Fr 08:30-18:00", saturday), "it may become a make-up workday");
    assert!(!may_change("Mo-Fr 08:30-18:00", monday), "a holiday changes nothing where nobody says PH");
}

#[test]
fn hours_of_every_day_and_years_that_are_published_wait_for_nothing() {
    assert!(!may_change("06:00-22:00", date(2027, 5, 3)));
    assert!(!may_change("Mo-Su 09:00-12:00,14:00-21:00", date(2027, 5, 8)));
    assert!(!may_change("Mo-Fr 08:30-18:00; PH off", date(2026, 5, 2)));
}
