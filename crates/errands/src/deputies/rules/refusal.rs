//! Every way in which a reception says no, with what is needed to say what works.
use jiff::Timestamp;
use jiff::civil::Date;

use super::visit::State;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The station has no such deputy, or no such office.
    NoDeputy,
    NoOffice,
    /// Not announced three days ahead; the earliest day that still can be.
    TooSoon {
        earliest: Date,
    },
    /// The end is not after the beginning, or there is no room for one slot.
    Backwards,
    TooLong,
    /// The deputy receives somewhere then.
    Elsewhere {
        from: Timestamp,
        until: Timestamp,
    },
    CalledOff,
    /// No slot of this day begins then.
    NoSlot,
    /// It has begun.
    SlotOver,
    /// Somebody has it; these are the nearest that are free.
    Taken {
        free: Vec<Timestamp>,
    },
    /// They have a slot on this day.
    HasOne,
    /// It does not follow from where things stand.
    Stands(State),
    /// The day has not come yet.
    NotYet,
    /// Deputies speak about an office's item and never answer or close it.
    DeputyCannot,
    /// Another office answers for it.
    NotYourOffice,
    /// Only the deputy says that, or somebody who writes it down for them and does not answer for the office.
    NotTheDeputy,
}
