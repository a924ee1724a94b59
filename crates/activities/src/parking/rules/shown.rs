//! What everybody is told of a lot. Unknown is not open, and what nobody has looked at is not known.
use jiff::{SignedDuration, Timestamp};

use super::lot::{Class, Lot};

/// So long a count is believed after the last tap.
pub const BELIEVED: SignedDuration = SignedDuration::from_mins(30);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    NotYet,
    /// The day is over, or somebody closed it and says why.
    Closed,
    /// Nobody has tapped for half an hour: the last figure and its time, if there is one.
    Unknown {
        last: Option<(i32, Timestamp)>,
    },
    Free {
        free: i32,
        at: Timestamp,
    },
}

impl Shown {
    /// Somebody counted, and there is room.
    pub fn has_room(&self) -> bool {
        matches!(self, Shown::Free { free, .. } if *free > 0)
    }
}

/// What is told of the bays of one class; nothing where the lot has none of it.
pub fn shown(now: Timestamp, lot: &Lot, class: Class) -> Option<Shown> {
    let bays = lot.bays(class)?;
    Some(match bays.seen_at {
        _ if lot.shut.is_some() || now >= lot.closes => Shown::Closed,
        _ if now < lot.opens => Shown::NotYet,
        Some(at) if now.duration_since(at) < BELIEVED => Shown::Free { free: bays.free(), at },
        Some(at) => Shown::Unknown { last: Some((bays.free(), at)) },
        None => Shown::Unknown { last: None },
    })
}
