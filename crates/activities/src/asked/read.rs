//! What every form of the slice's core reads: lines, days, times of the day.
use jiff::civil::Date;
use kernel::form::Problems;

pub const MOST_IN_A_TITLE: u32 = 40;
pub const MOST_IN_A_LINE: u32 = 80;
pub const MOST_IN_ABOUT: u32 = 600;

/// One line, without doubled spaces.
pub fn line(p: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    text(p, field, &typed.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

pub(super) fn text(p: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = typed.trim().replace("\r\n", "\n");
    let odd = |c: char| c.is_control() && c != '\n';
    if text.chars().count() > most as usize || text.chars().any(odd) {
        p.add_with(field, "activities-too-long", vec![("most", most.to_string())]);
    }
    text
}

pub fn day(p: &mut Problems, field: &'static str, typed: &str) -> Option<Date> {
    let near = |on: &Date| (1901..=2099).contains(&on.year());
    p.take(field, typed.trim().parse::<Date>().ok().filter(near).ok_or(()), "activities-not-a-day")
}

/// A clock time as minutes after midnight.
pub fn minute(p: &mut Problems, field: &'static str, typed: &str) -> Option<i32> {
    let read = stations::typed_minute(typed).filter(|at| *at < 24 * 60 && *at % 5 == 0);
    p.take(field, read.ok_or(()), "activities-not-a-time")
}

/// Why something is called off, for everybody; it must be said.
pub fn reason(p: &mut Problems, typed: &str) -> String {
    let reason = line(p, "reason", typed, MOST_IN_A_LINE);
    if reason.is_empty() {
        p.add("reason", "activities-no-reason");
    }
    reason
}
