//! Clock times as they are written on paper and typed in haste.
use jiff::Timestamp;

use crate::rules::CELL_MINUTES;

/// Minutes after midnight of `14:30`, `1430`, `930`, `14.30`, `14：30` or `9`; 24:00 is the end of the day.
pub fn minute(typed: &str) -> Option<i32> {
    let narrow = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c),
        '\u{ff1a}' | '.' | '\u{ff0e}' | '\u{3002}' | '点' => ':',
        c => c,
    };
    let typed: String = typed.trim().chars().map(narrow).collect();
    let (hour, minute) = match typed.trim_end_matches(':').split_once(':') {
        Some(parts) => parts,
        None if typed.is_ascii() && typed.len() > 2 => typed.split_at(typed.len() - 2),
        None => (typed.trim_end_matches(':'), "0"),
    };
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= 24 * 60).then_some(at)
}

/// The nearest time that lies on a cell. One clock time always becomes the same instant, so that of two uses that met on
/// paper neither reaches into the other.
pub fn rounded(at: Timestamp) -> Timestamp {
    let cell = i64::from(CELL_MINUTES) * 60;
    let whole = (at.as_second() + cell / 2).div_euclid(cell) * cell;
    Timestamp::from_second(whole).unwrap_or(at)
}
