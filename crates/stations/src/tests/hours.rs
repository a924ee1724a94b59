use almanac::holidays::Calendar;
use almanac::hours::Hours;
use jiff::civil::{DateTime, date};

use crate::opening::{DayIs, Door, days, door};

fn hours(text: &str) -> Hours {
    Hours::parse(text).expect("hours that the almanac reads")
}

fn at(text: &str) -> DateTime {
    text.parse().expect("a wall time")
}

#[test]
fn an_open_door_says_until_when_and_a_closed_one_when_it_opens() {
    let (every_day, calendar) = (hours("Mo-Su 06:00-22:00"), Calendar::prc());
    let open = Door { open: true, until: Some(at("2026-06-24T22:00")), provisional: false };
    assert_eq!(door(&every_day, calendar, at("2026-06-24T19:20")), open);
    let closed = Door { open: false, until: Some(at("2026-06-25T06:00")), provisional: false };
    assert_eq!(door(&every_day, calendar, at("2026-06-24T22:00")), closed);
    assert_eq!(door(&hours("24/7"), calendar, at("2026-06-24T22:00")).until, None);
}

#[test]
fn a_holiday_closes_and_a_make_up_sunday_opens() {
    let office = hours("Mo-Fr 08:00-18:00; PH off");
    let week = days(&office, Calendar::prc(), date(2025, 9, 28), 4);
    assert_eq!(week[0].day, DayIs::MakeUpWorkday);
    assert_eq!(week[0].spans, [(at("2025-09-28T08:00"), at("2025-09-28T18:00"))]);
    assert!(matches!(&week[3].day, DayIs::Holiday(name) if name.zh.contains("国庆节")));
    assert!(week[3].spans.is_empty());
    assert!(week.iter().all(|d| !d.provisional));
}

#[test]
fn days_of_a_year_without_a_notice_are_provisional_where_it_matters() {
    let office = days(&hours("Mo-Fr 08:00-18:00; PH off"), Calendar::prc(), date(2027, 3, 1), 2);
    assert!(office.iter().all(|d| d.provisional && d.day == DayIs::NotKnownYet));
    let always = days(&hours("06:00-22:00"), Calendar::prc(), date(2027, 3, 1), 2);
    assert!(always.iter().all(|d| !d.provisional && d.day == DayIs::Ordinary));
}

#[test]
fn a_door_that_opens_next_year_before_the_notice_is_provisional() {
    let office = hours("Mo-Fr 08:00-18:00; PH off");
    let door = door(&office, Calendar::prc(), at("2026-12-31T20:00"));
    assert!(!door.open && door.provisional);
}
