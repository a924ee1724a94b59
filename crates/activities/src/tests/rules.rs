//! Rules by sentence.
use jiff::civil::{Date, date};

use crate::rules::{Going, Terms, go_on};

fn terms(rule: &str, starts_on: Date) -> Terms {
    crate::testing::plan("x", rule, starts_on).unwrap().terms
}

const FAIR: &str = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13";

#[test]
fn the_fair_of_the_fifth_lunar_month_falls_where_the_moon_says() {
    let fair = terms(FAIR, date(2026, 1, 1));
    let next = fair.next(date(2026, 1, 1), 3).unwrap();
    assert_eq!(next, [date(2026, 6, 27), date(2027, 6, 17), date(2028, 6, 5)]);
}

#[test]
fn once_is_one_day_and_over_after_it() {
    let once = terms("", date(2026, 7, 4));
    assert_eq!(once.next(date(2026, 1, 1), 5).unwrap(), [date(2026, 7, 4)]);
    assert!(!once.is_over(date(2026, 7, 4)));
    assert!(once.is_over(date(2026, 7, 5)));
}

#[test]
fn a_year_by_the_moon_is_there_ten_years_ahead_all_else_two() {
    let today = date(2026, 6, 27);
    assert_eq!(terms(FAIR, today).horizon(today), date(2036, 6, 27));
    assert_eq!(terms("FREQ=WEEKLY;BYDAY=SA", today).horizon(today), date(2028, 6, 27));
    assert_eq!(terms("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15", today).horizon(today), date(2028, 6, 27));
}

#[test]
fn a_rule_that_counts_does_not_count_what_has_been_twice() {
    let six = terms("FREQ=WEEKLY;BYDAY=SA;COUNT=6", date(2026, 7, 4));
    let rest = six.going_on_from(date(2026, 7, 18)).unwrap();
    let last = rest.next(date(2026, 1, 1), 10).unwrap();
    assert_eq!(last, six.next(date(2026, 7, 18), 10).unwrap());
    assert_eq!(last.len(), 4);
}

#[test]
fn a_day_that_both_rules_name_stays_a_near_one_moves_a_far_one_falls() {
    let days = |all: &[i8]| all.iter().map(|d| date(2026, 7, *d)).collect::<Vec<_>>();
    let (going, new) = go_on(&days(&[4, 11, 18]), &days(&[4, 12, 31]));
    assert_eq!(going, [Going::Stays, Going::Moves(date(2026, 7, 12)), Going::Falls]);
    assert_eq!(new, days(&[31]));
}

#[test]
fn no_two_days_move_to_one() {
    let days = |all: &[i8]| all.iter().map(|d| date(2026, 7, *d)).collect::<Vec<_>>();
    let (going, new) = go_on(&days(&[6, 8]), &days(&[7]));
    assert_eq!(going, [Going::Moves(date(2026, 7, 7)), Going::Falls]);
    assert!(new.is_empty());
}
