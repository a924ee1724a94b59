//! Why something cannot be booked.
use jiff::Timestamp;
use jiff::civil::Date;

use crate::rules::{OfficialId, Refusal};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// What every ticket may be refused for.
    Ticket(Refusal),
    /// The line takes no appointments: one just comes.
    NoneHere,
    /// The time is over.
    Past,
    /// So soon that one had better come: not before then.
    TooSoon(Timestamp),
    /// Nobody knows yet; up to this day.
    TooFar(Date),
    /// Nobody works then, or no appointment begins then.
    Shut,
    /// Whoever was asked for is not there then.
    Away(OfficialId),
    /// All that may be booked then is.
    Full,
    /// The person has as many on that day as one may have.
    TooMany,
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> No {
        No::Ticket(refusal)
    }
}
