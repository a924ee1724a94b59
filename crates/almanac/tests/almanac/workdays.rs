use almanac::{
    holidays::Calendar,
    workdays::{add, between},
};
use jiff::civil::Date;

use crate::on;

#[test]
fn five_working_days_from_friday_2025_09_26_is_friday_2025_10_10() {
    let due = add(on("20250926"), 5, Calendar::prc()).unwrap();
    assert_eq!((due.date, due.provisional), (on("20251010"), false));
    assert_eq!(between(on("20250926"), on("20251010"), Calendar::prc()).days, 5);
}

#[test]
fn counting_backwards_is_the_mirror() {
    let due = add(on("20251010"), -5, Calendar::prc()).unwrap();
    assert_eq!(due.date, on("20250926"));
    assert_eq!(between(on("20251010"), on("20250926"), Calendar::prc()).days, -5);
}

#[test]
fn no_working_days_later_is_the_same_day_even_on_a_holiday() {
    assert_eq!(add(on("20251001"), 0, Calendar::prc()).unwrap().date, on("20251001"));
}

#[test]
fn a_deadline_in_a_year_that_is_not_published_is_provisional() {
    let due = add(on("20261225"), 10, Calendar::prc()).unwrap();
    assert_eq!((due.date, due.provisional), (on("20270108"), true));
    assert!(between(on("20261225"), on("20270108"), Calendar::prc()).provisional);
    assert!(!add(on("20261221"), 3, Calendar::prc()).unwrap().provisional);
}

#[test]
fn a_deadline_beyond_the_calendar_is_an_error() {
    let error = add(Date::MAX, 1, Calendar::prc()).unwrap_err();
    assert!(error.to_string().contains("9999"), "{error}");
    assert!(add(Date::MIN, -1, Calendar::prc()).is_err());
}
