//! Every way in which a room can be refused, with what one needs to know to go on.
use jiff::Timestamp;
use jiff::civil::Date;

use super::favoured::Favoured;
use super::name::Name;
use super::state::State;

#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The station has no offering of that name; these it has.
    UnknownOffering {
        asked: String,
        known: Vec<String>,
    },
    EndsBeforeStart,
    Past,
    /// Booking closes some time before the start.
    TooSoon {
        earliest: Timestamp,
    },
    TooFar {
        last_day: Date,
    },
    OffGrid {
        minutes: i32,
    },
    TooShort {
        minutes: i32,
    },
    TooLong {
        minutes: i32,
    },
    Closed {
        reason: Option<Name>,
        opens_at: Option<Timestamp>,
    },
    Taken,
    /// The hours are somebody else's first; `opens_at` is when everybody may book, if that is before the start.
    KeptFor {
        whom: Favoured,
        reason: Name,
        opens_at: Option<Timestamp>,
    },
    /// Nobody waits for what is free.
    NotFull,
    Quota {
        most: i32,
        per: Period,
    },
    GroupSize {
        from: i32,
        to: i32,
    },
    StaffOnly,
    WalkInOnly,
    /// The reservation is not in a state in which this can be done.
    NotNow {
        state: State,
    },
    CancelTooLate {
        until: Timestamp,
    },
    /// Check-in opens a quarter of an hour before the start.
    CheckInTooEarly {
        from: Timestamp,
    },
    /// The code did not fit, or came too late.
    Code(people::CodeRefusal),
    /// People have agreed to play at this time.
    AgreedTime,
    /// Somebody else changed it since the form was opened.
    ChangedMeanwhile,
    /// The rule of a series names no day.
    NoDates,
    /// Series of this offering are made by staff.
    SeriesNotOffered,
    TooManyDates {
        most: i32,
    },
    /// The person has a series in this room already.
    OneSeries,
    /// Every date of the series would be more than the person may have here in a day or week.
    SeriesOverQuota,
    /// The series has ended, or nothing of it is left to change.
    SeriesOver,
    /// What stood on paper is typed in within so many hours.
    TooLongAgo {
        hours: i32,
    },
    /// Somebody has declared an outage for a part of that time already.
    OutageKnown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Day,
    Week,
}

impl From<people::CodeRefusal> for Refusal {
    fn from(code: people::CodeRefusal) -> Refusal {
        Refusal::Code(code)
    }
}
