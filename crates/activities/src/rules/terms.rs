//! When an activity takes place: the rule of its dates, the time of day, how long.
use almanac::recur::{End, Freq, RecurError, Rule, Scale};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

/// The terms, well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// `None` = once, on the day of `starts_on`.
    pub rule: Option<Rule>,
    /// Where the rule begins to count (DTSTART).
    pub starts_on: Date,
    /// The last day on which it may happen, whatever the rule says: the series was ended or goes on otherwise.
    pub ends_on: Option<Date>,
    /// Wall time of the start, as minutes after midnight.
    pub at_minute: i32,
    pub minutes: i32,
    /// Whether it does not take place on public holidays.
    pub skips_holidays: bool,
}

/// A rule that has no dates to give from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadTerms(pub RecurError);

/// Dates are there this far ahead; of a rule by the moon ten years, so that one sees the leap months coming.
const MONTHS_AHEAD: i32 = 24;
const LUNAR_YEARS_AHEAD: i32 = 10;

impl Terms {
    fn all(&self) -> Result<Box<dyn Iterator<Item = Date>>, BadTerms> {
        let last = self.ends_on.unwrap_or(Date::MAX);
        Ok(match &self.rule {
            Some(rule) => Box::new(rule.dates(self.starts_on).map_err(BadTerms)?.take_while(move |on| *on <= last)),
            None => Box::new(std::iter::once(self.starts_on).filter(move |on| *on <= last)),
        })
    }

    /// The dates from `from` to `until`, both included.
    pub fn dates(&self, from: Date, until: Date) -> Result<Vec<Date>, BadTerms> {
        Ok(self.all()?.skip_while(|on| *on < from).take_while(|on| *on <= until).collect())
    }

    /// The first `most` dates from `from` on.
    pub fn next(&self, from: Date, most: usize) -> Result<Vec<Date>, BadTerms> {
        Ok(self.all()?.skip_while(|on| *on < from).take(most).collect())
    }

    /// When it takes place on a day. `None` for a time that the zone does not have.
    pub fn span_on(&self, on: Date, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let from = zone.to_ambiguous_timestamp(on.to_datetime(self.time())).compatible().ok()?;
        Some((from, from + SignedDuration::from_mins(self.minutes.into())))
    }

    pub fn time(&self) -> Time {
        let of = |n: i32| i8::try_from(n).unwrap_or(0);
        Time::new(of(self.at_minute / 60), of(self.at_minute % 60), 0, 0).unwrap_or(Time::midnight())
    }

    pub fn is_lunar(&self) -> bool {
        self.rule.as_ref().is_some_and(|r| r.scale == Scale::Chinese)
    }

    /// The last day whose dates are there.
    pub fn horizon(&self, today: Date) -> Date {
        let by_the_moon = self.rule.as_ref().is_some_and(|r| r.scale == Scale::Chinese && r.freq == Freq::Yearly);
        let ahead = if by_the_moon { Days::new().years(LUNAR_YEARS_AHEAD) } else { Days::new().months(MONTHS_AHEAD) };
        today.max(self.starts_on).saturating_add(ahead)
    }

    /// Whether its rule has given its last date before `from`.
    pub fn is_over(&self, from: Date) -> bool {
        self.next(from, 1).is_ok_and(|next| next.is_empty())
    }

    /// The same for dates from `on` on, so that a rule that counts its dates counts those before it no more.
    pub fn going_on_from(&self, on: Date) -> Result<Terms, BadTerms> {
        let mut rest = self.clone();
        if let Some(rule) = &mut rest.rule
            && let End::Count(all) = rule.end
        {
            let before = self.all()?.take_while(|d| *d < on).count();
            let before = u32::try_from(before).unwrap_or(u32::MAX);
            rule.end = End::Count(all.saturating_sub(before).max(1));
        }
        // An interval counts from the start, so the rest starts on a date of the rule.
        rest.starts_on = self.next(on, 1)?.first().copied().unwrap_or(on);
        Ok(rest)
    }
}
