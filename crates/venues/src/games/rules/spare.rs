//! When somebody can play, week by week, and when a phone may ring.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

use crate::rules::{Span, covered, days, intersect};

/// Weekly times are good for at most this long; then they are renewed or gone.
pub const LONGEST_WEEKS: i32 = 12;

/// A stretch of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// 0 = Monday.
    pub weekday: i16,
    /// Minutes after local midnight, the end not included.
    pub from: i16,
    pub until: i16,
    /// The last day on which it holds.
    pub ends_on: Date,
}

/// The last day that weekly times may reach from `today` on.
pub fn last_day(today: Date) -> Date {
    today.saturating_add(Days::new().weeks(LONGEST_WEEKS))
}

impl Weekly {
    /// The stretch on the day `on`, as far as the room is open then.
    pub fn on(&self, on: Date, open: &[Span], zone: &TimeZone) -> Vec<Span> {
        if i16::from(on.weekday().to_monday_zero_offset()) != self.weekday || on > self.ends_on {
            return vec![];
        }
        let midnight = days(zone, on, 1).from;
        let at = |minute: i16| midnight + SignedDuration::from_mins(minute.into());
        Span::new(at(self.from), at(self.until)).map_or_else(Vec::new, |span| intersect(&[span], open))
    }

    /// Whether a game during `span` fits into it. It cannot outlive the opening hours: they are laid over it here.
    pub fn fits(&self, span: &Span, open: &[Span], zone: &TimeZone) -> bool {
        let on = span.from.to_zoned_datetime(zone.clone()).date();
        covered(&self.on(on, open, zone), span)
    }

    /// The next day on which it holds, from `today` on.
    pub fn next(&self, today: Date) -> Option<Date> {
        let ahead = (i32::from(self.weekday) - i32::from(today.weekday().to_monday_zero_offset())).rem_euclid(7);
        Some(today.saturating_add(Days::new().days(ahead))).filter(|on| *on <= self.ends_on)
    }
}

const QUIET_FROM: i8 = 22;
const QUIET_UNTIL: i8 = 7;

/// Whether it is an hour at which nobody is told of something that can wait: from 22:00 to 7:00.
pub fn is_quiet(now: Timestamp, zone: &TimeZone) -> bool {
    let hour = now.to_zoned_datetime(zone.clone()).hour();
    !(QUIET_UNTIL..QUIET_FROM).contains(&hour)
}
