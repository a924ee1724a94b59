//! What is made when, and why an act on a month is refused.
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::rules::period::Days;
use crate::rules::sheet::Residents;

/// Why the program corrects a month by itself: something of it was noted when the month had been published. Pages say it in words.
pub const LATE_FACTS: &str = "late-facts";

/// So many characters, from and to, say why a month is corrected.
pub const WHY: (usize, usize) = (3, 300);
/// More people than any township has.
pub const MOST_PEOPLE: u64 = 10_000_000;
/// So many characters name a statistic, at most.
pub const LONGEST_SOURCE: usize = 200;
/// So many months back, at most, are made when the program was off.
pub const MOST_BACK: i64 = 12;
/// Hours of the station's clock from midnight on the first: the work of the night is done then, and each day has its facts.
const HOUR: i8 = 6;
/// The day on which a month is counted anew, because papers are typed in late.
const LATE_DAY: i64 = 8;

/// A revision of a month that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRow {
    /// The first day of the month.
    pub month: Date,
    /// From 1; the newest one counts.
    pub revision: u32,
    pub made_at: Timestamp,
    /// Of a correction: what a manager wrote, or [`LATE_FACTS`]; empty for the first revision.
    pub why: String,
}

/// Why nothing is done about a month, or about the number of residents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMonth {
    /// Counted anew, every number is the same.
    Same,
    /// Facts changed since somebody looked at what the correction would change.
    Seen,
    /// The month was not published yet.
    NotYet,
    /// The reason is shorter than three characters, longer than 300, or hides some.
    Why,
    /// Not between 1 and [`MOST_PEOPLE`].
    People,
    /// The statistic is not named in 1 to [`LONGEST_SOURCE`] characters.
    Source,
    /// The statistic is of a day that has not been yet.
    AsOf,
}

/// From when on the month that begins on `month` is made: six o'clock of the station's first day after it.
pub fn made_from(month: Date, zone: &TimeZone) -> Timestamp {
    at_six(Days::month(month).until, zone)
}

/// From when on it is counted anew once: six o'clock of the eighth.
pub fn late_from(month: Date, zone: &TimeZone) -> Timestamp {
    at_six(Days::month(month).until.saturating_add((LATE_DAY - 1).days()), zone)
}

/// Hours that a zone leaves out or has twice are no matter here; a day beyond the calendar is never.
fn at_six(day: Date, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_zoned_datetime(day.to_datetime(time(HOUR, 0, 0, 0)))
        .compatible()
        .map_or(Timestamp::MAX, |z| z.timestamp())
}

/// Which month is made next, by its first day, and when.
pub fn next_made(zone: &TimeZone, now: Timestamp) -> (Date, Timestamp) {
    let this = now.to_zoned_datetime(zone.clone()).date().first_of_month();
    let last = this.saturating_sub(1.month());
    let month = if made_from(last, zone) > now { last } else { this };
    (month, made_from(month, zone))
}

/// The months that can have been made by `now`, the newest first, [`MOST_BACK`] at most.
pub fn over(zone: &TimeZone, now: Timestamp) -> Vec<Date> {
    let next = next_made(zone, now).0;
    (1..=MOST_BACK).map(|back| next.saturating_sub(back.months())).collect()
}

/// What a manager wrote as one line.
///
/// # Errors
/// [`NoMonth::Why`].
pub fn checked_why(why: &str) -> Result<String, NoMonth> {
    let line = one_line(why);
    let fits = (WHY.0..=WHY.1).contains(&line.chars().count()) && !hides(&line) && line != LATE_FACTS;
    if fits { Ok(line) } else { Err(NoMonth::Why) }
}

/// # Errors
/// [`NoMonth::People`], [`NoMonth::Source`], [`NoMonth::AsOf`].
pub fn checked_residents(new: &Residents, today: Date) -> Result<Residents, NoMonth> {
    let source = one_line(&new.source);
    match () {
        () if !(1..=MOST_PEOPLE).contains(&new.count) => Err(NoMonth::People),
        () if !(1..=LONGEST_SOURCE).contains(&source.chars().count()) || hides(&source) => Err(NoMonth::Source),
        () if new.as_of > today => Err(NoMonth::AsOf),
        () => Ok(Residents { source, ..*new }),
    }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that turn or hide what stands beside them.
fn hides(line: &str) -> bool {
    let mark =
        |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    line.chars().any(|c| c.is_control() || mark(c))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("Asia/Shanghai").expect("a zone")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_month_is_made_at_six_of_the_first_of_the_next() {
        let june = date(2026, 6, 1);
        assert_eq!(made_from(june, &zone()), at("2026-06-30T22:00:00Z"));
        assert_eq!(late_from(june, &zone()), at("2026-07-07T22:00:00Z"));
        let next = |now| next_made(&zone(), at(now));
        assert_eq!(next("2026-06-30T21:59:59Z"), (june, at("2026-06-30T22:00:00Z")), "five to six on the first");
        assert_eq!(next("2026-06-30T22:00:00Z"), (date(2026, 7, 1), at("2026-07-31T22:00:00Z")));
        assert_eq!(over(&zone(), at("2026-07-20T00:00:00Z")).first(), Some(&june));
        assert_eq!(over(&zone(), at("2026-07-20T00:00:00Z")).last(), Some(&date(2025, 7, 1)));
    }

    #[test]
    fn a_correction_says_why_in_one_line_that_hides_nothing() {
        assert_eq!(checked_why(" 补录了 \n 三天 ").as_deref(), Ok("补录了 三天"));
        for why in ["", "补录", "补录了\u{200b}", "late-facts", &"因".repeat(301)] {
            assert_eq!(checked_why(why), Err(NoMonth::Why), "{why:?}");
        }
    }

    #[test]
    fn a_number_of_residents_has_a_source_and_a_day_that_has_been() {
        let today = date(2026, 7, 2);
        let fits = Residents { count: 4_000, source: " 2025 年  统计年报 ".into(), as_of: date(2025, 12, 31) };
        assert_eq!(checked_residents(&fits, today).map(|r| r.source).as_deref(), Ok("2025 年 统计年报"));
        let no = |new: Residents| checked_residents(&new, today).expect_err("refused");
        assert_eq!(no(Residents { count: 0, ..fits.clone() }), NoMonth::People);
        assert_eq!(no(Residents { count: MOST_PEOPLE + 1, ..fits.clone() }), NoMonth::People);
        assert_eq!(no(Residents { source: " ".into(), ..fits.clone() }), NoMonth::Source);
        assert_eq!(no(Residents { as_of: date(2026, 7, 3), ..fits }), NoMonth::AsOf);
    }
}
