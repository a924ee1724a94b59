//! What a series is: the rule of its dates, the time of day, how long and for how many.
use almanac::recur::{RecurError, Rule};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::rules::Span;

/// The terms of a series, well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    pub rule: Rule,
    /// Where the rule begins to count (DTSTART).
    pub starts_on: Date,
    /// The last day on which it may happen, whatever the rule says: the series was ended or goes on otherwise.
    pub ends_on: Option<Date>,
    /// Wall time of the start, as minutes after midnight.
    pub at_minute: i32,
    pub minutes: i32,
    pub group: i32,
    /// Whether it does not take place on public holidays.
    pub skips_holidays: bool,
}

/// A rule that has no dates to give from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadTerms(pub RecurError);

impl Terms {
    /// The dates from `from` to `until`, both included.
    pub fn dates(&self, from: Date, until: Date) -> Result<Vec<Date>, BadTerms> {
        let last = self.ends_on.map_or(until, |end| end.min(until));
        let all = self.rule.dates(self.starts_on).map_err(BadTerms)?;
        Ok(all.skip_while(|on| *on < from).take_while(|on| *on <= last).collect())
    }

    /// The first `most` dates from `from` on.
    pub fn next(&self, from: Date, most: usize) -> Result<Vec<Date>, BadTerms> {
        let last = self.ends_on.unwrap_or(Date::MAX);
        let all = self.rule.dates(self.starts_on).map_err(BadTerms)?;
        Ok(all.skip_while(|on| *on < from).take_while(|on| *on <= last).take(most).collect())
    }

    /// When it takes place on a day. `None` for a time that the zone does not have.
    pub fn span_on(&self, on: Date, zone: &TimeZone) -> Option<Span> {
        let from = zone.to_ambiguous_timestamp(on.to_datetime(self.time())).compatible().ok()?;
        Span::of_minutes(from, self.minutes)
    }

    pub fn time(&self) -> Time {
        let of = |n: i32| i8::try_from(n).unwrap_or(0);
        Time::new(of(self.at_minute / 60), of(self.at_minute % 60), 0, 0).unwrap_or(Time::midnight())
    }

    /// Whether its rule has given its last date before `from`.
    pub fn is_over(&self, from: Date) -> bool {
        self.next(from, 1).is_ok_and(|next| next.is_empty())
    }

    /// The same for dates from `on` on, so that a rule that counts its dates counts those before it no more.
    pub fn going_on_from(&self, on: Date) -> Result<Terms, BadTerms> {
        use almanac::recur::End;
        let mut rest = self.clone();
        if let End::Count(all) = self.rule.end {
            let before = self.rule.dates(self.starts_on).map_err(BadTerms)?.take_while(|d| *d < on).count();
            let before = u32::try_from(before).unwrap_or(u32::MAX);
            rest.rule.end = End::Count(all.saturating_sub(before).max(1));
        }
        // An interval counts from the start, so the rest starts on a date of the rule.
        rest.starts_on = self.next(on, 1)?.first().copied().unwrap_or(on);
        Ok(rest)
    }
}
