//! From text to values, with a problem noted where it is none.
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use kernel::form::Problems;

/// A whole number, also one that a Chinese keyboard wrote at full width.
pub fn number(problems: &mut Problems, field: &'static str, typed: &str) -> Option<i32> {
    problems.take(field, half_width(typed).parse(), "venues-desk-not-a-number")
}

fn half_width(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c),
        '\u{ff1a}' => ':',
        c => c,
    };
    typed.trim().chars().map(narrow).collect()
}

/// A day as browsers send it (HTML, 2.3.5.2): 2026-06-24.
pub fn date(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Date> {
    problems.take(field, typed.trim().parse(), "venues-desk-not-a-day")
}

/// A clock time as browsers send it (HTML, 2.3.5.4): 20:00. Typed by hand, 8:30 is one too.
pub fn time(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Time> {
    problems.take(field, Time::strptime("%H:%M", half_width(typed)), "venues-desk-not-a-time")
}

/// The instant of a wall clock reading in `zone`; where a clock change skips it, the one after the gap.
pub fn instant(on: Date, at: Time, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(on.to_datetime(at)).compatible().ok()
}
