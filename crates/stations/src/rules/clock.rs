//! Clock times as they are written on paper and typed in haste.

/// Minutes after midnight of `14:30`, `1430`, `930`, `14.30`, `14：30` or `9`; 24:00 is the end of the day.
pub fn typed_minute(typed: &str) -> Option<i32> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_time_is_read_however_it_is_written() {
        for (typed, minutes) in [
            ("14:30", 870),
            ("1430", 870),
            ("930", 570),
            ("9", 540),
            ("９：０５", 545),
            ("14.30", 870),
            ("14点30", 870),
            ("9点", 540),
            (" 00:00 ", 0),
            ("24:00", 1440),
        ] {
            assert_eq!(typed_minute(typed), Some(minutes), "{typed}");
        }
        for typed in ["", "x", "25:00", "24:01", "14:60", "123456", "-1", "1:2:3", "十点", "14:3x"] {
            assert_eq!(typed_minute(typed), None, "{typed}");
        }
    }
}
