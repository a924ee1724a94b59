//! Texts that staff write and others read.
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::form::Problems;

/// The longest texts, in characters: what still fits a card on a small phone.
pub const MOST_IN_A_NAME: u32 = 30;
pub const MOST_IN_A_REASON: u32 = 60;
pub const MOST_IN_A_NOTE: u32 = 200;

/// One line, without space around it and at most `most` characters long.
pub fn line(problems: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > usize::try_from(most).unwrap_or(usize::MAX) {
        problems.add_with(field, "errands-desk-text-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(char::is_control) {
        problems.add(field, "errands-desk-text-unreadable");
    }
    text
}

/// An instant, or a wall time of `zone`; what a change of the clocks skips is taken an hour later.
pub fn instant(typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let typed = typed.trim();
    let wall = || typed.parse::<DateTime>().ok().and_then(|at| zone.to_ambiguous_zoned_datetime(at).compatible().ok());
    typed.parse().ok().or_else(|| wall().map(|zoned| zoned.timestamp()))
}
