use jiff::civil::date;

use super::{at, on, zone};
use crate::games::rules::{Weekly, is_quiet, last_day};
use crate::rules::Span;

fn span(from: jiff::Timestamp, until: jiff::Timestamp) -> Span {
    Span::new(from, until).expect("it runs forwards")
}

/// Wednesdays from six to ten in the evening, to the end of July.
const WEDNESDAYS: Weekly = Weekly { weekday: 2, from: 18 * 60, until: 22 * 60, ends_on: date(2026, 7, 31) };

#[test]
fn a_weekly_time_does_not_outlive_the_opening_hours() {
    let open = [span(at(8, 0), at(21, 30))];
    assert_eq!(WEDNESDAYS.on(date(2026, 6, 24), &open, &zone()), [span(at(18, 0), at(21, 30))]);
    assert!(WEDNESDAYS.fits(&span(at(20, 0), at(21, 0)), &open, &zone()));
    assert!(!WEDNESDAYS.fits(&span(at(21, 0), at(22, 0)), &open, &zone()), "the room closes at half past nine");
    assert!(!WEDNESDAYS.fits(&span(at(20, 0), at(21, 0)), &[], &zone()), "and is closed for the fair all day");
}

#[test]
fn it_holds_on_its_weekday_and_until_its_last_day() {
    let open = [span(at(8, 0), on(26, 22, 0))];
    assert!(!WEDNESDAYS.fits(&span(on(25, 20, 0), on(25, 21, 0)), &open, &zone()), "a Thursday");
    assert!(!WEDNESDAYS.fits(&span(at(17, 30), at(18, 30)), &open, &zone()), "begins before it");
    let over = Weekly { ends_on: date(2026, 6, 23), ..WEDNESDAYS };
    assert!(!over.fits(&span(at(20, 0), at(21, 0)), &open, &zone()));
    assert_eq!(over.next(date(2026, 6, 22)), None);
    assert_eq!(WEDNESDAYS.next(date(2026, 6, 25)), Some(date(2026, 7, 1)));
    assert_eq!(WEDNESDAYS.next(date(2026, 6, 24)), Some(date(2026, 6, 24)));
}

#[test]
fn twelve_weeks_are_the_most_and_nights_are_quiet() {
    assert_eq!(last_day(date(2026, 6, 24)), date(2026, 9, 16));
    for (hour, minute, quiet) in [(21, 59, false), (22, 0, true), (3, 0, true), (6, 59, true), (7, 0, false)] {
        assert_eq!(is_quiet(at(hour, minute), &zone()), quiet, "{hour}:{minute}");
    }
}
