//! What the rules say no to.
use jiff::Timestamp;
use jiff::civil::Date;
use stations::{NoRoom, Room};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The rule gives no day from today on.
    NoDates,
    /// It has begun, or is over.
    Begun,
    /// It was called off.
    CalledOff,
    /// So many have a place already.
    Fuller { taken: i32 },
    /// Somebody else has changed it since the page was read.
    Changed,
    /// The room cannot be had: `clashes` of `of` times, on the day `on` because of `why`, and what could be had then.
    Clash { on: Date, why: NoRoom, clashes: usize, of: usize, starts: Vec<Timestamp>, rooms: Vec<Room> },
}
