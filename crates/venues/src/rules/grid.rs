//! The clock times on which uses start.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::span::Span;

const DAY: i64 = 24 * 60 * 60;

/// All instants whose clock time is a multiple of so many minutes after local midnight. Asking the zone is dear, and its
/// offset changes twice a year or never: it is asked once for each stretch of one offset.
pub struct Grid<'z> {
    zone: &'z TimeZone,
    /// Seconds.
    step: i64,
    /// A stretch of time in which the clock is not changed, and how many seconds it is ahead of UTC there.
    steady: Option<(Span, i64)>,
}

impl<'z> Grid<'z> {
    pub fn new(minutes: i32, zone: &'z TimeZone) -> Grid<'z> {
        Grid { zone, step: i64::from(minutes.max(1)) * 60, steady: None }
    }

    /// The first instant at or after `at` that lies on the grid.
    pub fn at_or_after(&mut self, at: Timestamp) -> Timestamp {
        let mut at = at;
        loop {
            let Some((steady, ahead)) = self.steady_at(at) else { return at };
            match self.next(at, ahead) {
                Some(next) if next < steady.until => return next,
                // The clock is changed before: what it shows afterwards counts.
                Some(_) if steady.until < Timestamp::MAX => at = steady.until,
                _ => return Timestamp::MAX,
            }
        }
    }

    /// The first instant after `at` that lies on the grid.
    pub fn after(&mut self, at: Timestamp) -> Timestamp {
        self.at_or_after(at.saturating_add(SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MAX))
    }

    fn steady_at(&mut self, at: Timestamp) -> Option<(Span, i64)> {
        if self.steady.is_none_or(|(span, _)| !span.contains(at)) {
            let change = self.zone.following(at).next().map_or(Timestamp::MAX, |change| change.timestamp());
            self.steady = Span::new(at, change).map(|span| (span, self.zone.to_offset(at).seconds().into()));
        }
        self.steady
    }

    /// The next on the grid of a clock that is `ahead` of UTC and never changed. The grid begins anew at each midnight.
    fn next(&self, at: Timestamp, ahead: i64) -> Option<Timestamp> {
        let whole = at.as_second() + i64::from(at.subsec_nanosecond() > 0);
        let into_day = (whole + ahead).rem_euclid(DAY);
        let wait = (self.step - into_day % self.step) % self.step;
        Timestamp::from_second(whole + wait.min(DAY - into_day)).ok()
    }
}
