//! When one wants to come, and the first start that works. Data in, decision out.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

use crate::rules::{Atom, Claim, Offering, Sight, Slot, Span, Who, days, slots};

/// A part of a day, as neighbours make appointments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Up to 12:00.
    Morning,
    /// From 12:00 up to 18:00.
    Afternoon,
    /// From 18:00 on.
    Evening,
}

impl Part {
    pub const ALL: [Part; 3] = [Part::Morning, Part::Afternoon, Part::Evening];

    pub fn name(self) -> &'static str {
        match self {
            Part::Morning => "morning",
            Part::Afternoon => "afternoon",
            Part::Evening => "evening",
        }
    }

    pub fn named(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The one that an hour of the clock is in.
    pub fn of(hour: i8) -> Part {
        let is_over = |part: &&Part| part.hours().1.is_none_or(|end| hour < end);
        Part::ALL.iter().find(is_over).copied().unwrap_or(Part::Evening)
    }

    /// Its first hour, and the hour at which it is over.
    fn hours(self) -> (i8, Option<i8>) {
        match self {
            Part::Morning => (0, Some(12)),
            Part::Afternoon => (12, Some(18)),
            Part::Evening => (18, None),
        }
    }
}

/// No offering can be booked a year ahead and more (`Policy::days_ahead`).
const FARTHEST: SignedDuration = SignedDuration::from_hours(24 * 368);

/// After this hour nobody goes out any more: "tonight" is tomorrow's evening.
const LATE: i8 = 21;

/// When a use may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// In a part of a day; without a day, in the next one that is not over.
    In { on: Option<Date>, part: Part },
    /// At an instant, or later on the same day.
    From(Timestamp),
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub activity: String,
    pub start: Start,
    /// Without a length, the usual one of each offering.
    pub minutes: Option<i32>,
    /// Kilometres as the crow flies.
    pub within: i32,
}

/// How far one looks, in kilometres: what is usual, and at most.
pub const USUAL_KM: i32 = 20;
pub const FARTHEST_KM: i32 = 100;

impl Wish {
    /// The day that is meant, in `zone`.
    pub fn day(&self, zone: &TimeZone, now: Timestamp) -> Date {
        let local = |at: Timestamp| at.to_zoned_datetime(zone.clone());
        let (on, part) = match self.start {
            Start::From(at) => return local(at.max(now)).date(),
            Start::In { on, part } => (on, part),
        };
        let over = match part.hours() {
            (_, Some(end)) => local(now).hour() >= end,
            (_, None) => local(now).hour() >= LATE,
        };
        let next = if over { 1 } else { 0 };
        on.unwrap_or_else(|| local(now).date().saturating_add(Days::new().days(next)))
    }

    /// Between which instants a use may start, in `zone`: nothing if that is over, or farther off than anybody may book.
    pub fn starts(&self, zone: &TimeZone, now: Timestamp) -> Option<Span> {
        let day = days(zone, self.day(zone, now), 1);
        let hour = |hour| zone.to_ambiguous_timestamp(self.day(zone, now).at(hour, 0, 0, 0)).compatible().ok();
        let (from, until) = match self.start {
            Start::From(at) => (at, day.until),
            Start::In { part, .. } => match part.hours() {
                (first, Some(end)) => (hour(first)?, hour(end)?),
                (first, None) => (hour(first)?, day.until),
            },
        };
        Span::new(from.max(now), until).filter(|s| s.from - now <= FARTHEST)
    }
}

/// The first start between `starts` that residents can have: of the length asked for, or the nearest one that the offering
/// has. `None` if there is none, or if the offering is not for residents, or not for so far ahead.
pub fn first_start(
    offering: &Offering,
    atoms: &[Atom],
    (open, claims): (&[Span], &[Claim]),
    zone: &TimeZone,
    (starts, minutes): (&Span, Option<i32>),
    sight: &Sight<'_>,
) -> Option<Slot> {
    let (policy, now) = (&offering.policy, sight.now);
    let today = now.to_zoned_datetime(zone.clone()).date();
    let last = days(zone, today, policy.days_ahead.saturating_add(1)).until;
    let earliest = now.checked_add(SignedDuration::from_mins(policy.notice.into())).ok()?;
    let starts = Span::new(starts.from.max(earliest), starts.until.min(last))?;
    if policy.who == Who::StaffOnly {
        return None;
    }
    let minutes = minutes.map_or(policy.usual, |n| policy.nearest_length(n));
    slots(offering, atoms, (open, claims), zone, (&starts, minutes), sight)
        .into_iter()
        .find(|slot| slot.free > 0 && sight.may(&slot.span).is_ok())
}
