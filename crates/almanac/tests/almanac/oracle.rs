//! Every month of the calendar, and some thousand days, against an independent library (tests/data/make.py).
use almanac::lunar::{FIRST_DAY, LAST_DAY, LunarDate, LunarMonth, days_in_month};

use crate::on;

fn rows(text: &str) -> Vec<Vec<i64>> {
    let number = |field: &str| field.replace('-', "").parse().expect("a number");
    let rows = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit()));
    rows.map(|line| line.split(',').map(number).collect()).collect()
}

fn month(number: i64, leap: i64) -> LunarMonth {
    LunarMonth { number: number as u8, leap: leap == 1 }
}

#[test]
fn every_month_starts_on_the_day_and_has_the_length_that_the_oracle_says() {
    let months = rows(include_str!("../data/lunar-months.csv"));
    let mut expected_start = FIRST_DAY;
    for row in &months {
        let [starts, year, number, leap, days] = row[..] else { panic!("five fields") };
        let (starts, year, month) = (on(&starts.to_string()), year as i16, month(number, leap));
        assert_eq!(starts, expected_start, "the table has no gap");
        assert_eq!(LunarDate::new(year, month, 1).map(LunarDate::to_date), Ok(starts));
        assert_eq!(days_in_month(year, month), Ok(days as u8));
        for day in 1..=days as u8 {
            let date = starts.checked_add(jiff::Span::new().days(i64::from(day) - 1)).unwrap();
            assert_eq!(LunarDate::from_date(date), LunarDate::new(year, month, day));
        }
        expected_start = starts.checked_add(jiff::Span::new().days(days)).unwrap();
    }
    assert_eq!(expected_start, LAST_DAY.tomorrow().unwrap());
    assert_eq!(months.len(), 2461);
}

#[test]
fn random_days_have_the_lunar_date_that_the_oracle_says() {
    let days = rows(include_str!("../data/lunar-days.csv"));
    assert!(days.len() > 3000);
    for row in days {
        let [date, year, number, leap, day] = row[..] else { panic!("five fields") };
        let found = LunarDate::from_date(on(&date.to_string())).unwrap();
        assert_eq!((found.year(), found.month(), found.day()), (year as i16, month(number, leap), day as u8));
    }
}
