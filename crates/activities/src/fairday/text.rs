//! Texts that staff write and others read, and times of a day.
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use kernel::form::Problems;

/// The longest texts, in characters: what still fits a card on a small phone.
pub const MOST_IN_A_NAME: u32 = 40;
pub const MOST_IN_A_REASON: u32 = 60;

/// One line, without space around it and at most `most` characters long.
pub fn line(problems: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > usize::try_from(most).unwrap_or(usize::MAX) {
        problems.add_with(field, "fairday-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(char::is_control) {
        problems.add(field, "fairday-unreadable");
    }
    text
}

/// A line that must not be empty.
pub fn must(problems: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = line(problems, field, typed, most);
    if text.is_empty() {
        problems.add(field, "fairday-empty");
    }
    text
}

/// A wall time of a day: `08:00`. What a change of the clocks skips is taken an hour later.
pub fn time_of(day: Date, typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let time: Time = typed.trim().parse().ok()?;
    zone.to_ambiguous_zoned_datetime(day.to_datetime(time)).compatible().ok().map(|at| at.timestamp())
}

/// The same, with the problem noted.
pub fn must_time(
    problems: &mut Problems,
    field: &'static str,
    (day, zone): (Date, &TimeZone),
    typed: &str,
) -> Option<Timestamp> {
    let at = time_of(day, typed, zone);
    if at.is_none() {
        problems.add(field, "fairday-not-a-time");
    }
    at
}

/// 08:00, as a field of a form has it.
pub fn typed_time(at: Timestamp, zone: &TimeZone) -> String {
    let wall = stations::wall(at, zone);
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}
