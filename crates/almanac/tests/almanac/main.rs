//! The crate through its public face.
mod oracle;
mod lunar;
mod rfc5545;
mod rfc7529;
mod recur;
mod describe;
mod questions;
mod holidays;
mod workdays;
mod hours;
mod make_up;
mod notices;
mod refusals;
mod properties;

use jiff::civil::Date;

/// 20260627
fn on(text: &str) -> Date {
    let number = |range| text.get(range).and_then(|t: &str| t.parse::<i16>().ok()).expect("a date such as 20260627");
    Date::new(number(0..4), number(4..6) as i8, number(6..8) as i8).expect("a date that exists")
}

/// The first dates of a rule, as many as `expected` has, against it: `"20260627 20270617"`.
#[track_caller]
fn gives(start: &str, rule: &str, expected: &str) {
    let rule: almanac::recur::Rule = rule.parse().expect("a rule");
    let expected: Vec<_> = expected.split_whitespace().map(on).collect();
    let found: Vec<_> = rule.dates(on(start)).expect("dates").take(expected.len()).collect();
    assert_eq!(found, expected, "{rule} from {start}");
}

/// As [`gives`], and then nothing more.
#[track_caller]
fn gives_only(start: &str, rule: &str, expected: &str) {
    gives(start, rule, expected);
    let parsed: almanac::recur::Rule = rule.parse().expect("a rule");
    let count = parsed.dates(on(start)).expect("dates").take(1000).count();
    assert_eq!(count, expected.split_whitespace().count(), "{rule} from {start}");
}
