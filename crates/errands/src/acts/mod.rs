//! The acts on errands, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
//!
//! Pages and the JSON API call the same functions, so they have the same rules.
mod step;
mod away;
mod draw;
mod call;
mod turn;
mod own;
mod undo;
mod declare;
mod day;
mod found;
mod check;
mod edit;
mod call_list;

pub(crate) use away::BOOKING_PHONE;
pub use away::{Case, Decided, Decision, Hit, Instead, Settled, hit, ways};
pub use call::{Pressed, call_next};
pub use call_list::settle_call;
pub use check::CHECKS;
pub(crate) use day::{DAY_OVER, OUTAGE};
pub use day::{close_day, jobs};
pub use declare::{Declaration, declare, declare_with};
pub(crate) use draw::{CARRIER, NAME, draw_in, fresh, has_one, not_before_the_last, still_used, tell, whose};
pub use draw::{Drawn, Holder, draw};
pub(crate) use edit::again;
pub use edit::{Line, NotKept, add_matter, add_official, edit_desk, edit_matter, edit_official, seen};
pub(crate) use found::OFFICIAL_PHONE;
pub use found::{Founding, found};
pub(crate) use own::give_back;
pub use own::{Own, take_own};
pub(crate) use step::{record as record_step, take as take_step};
pub use turn::{After, Press, press};
pub use undo::undo;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::event::By;
use people::{PersonId, StaffId};
use stations::Station;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Person(PersonId),
    Staff(StaffId),
    /// Somebody who has the ticket's address, on a slip or on their phone: it cannot be guessed.
    Bearer,
}

impl Actor {
    pub fn by(self) -> By {
        match self {
            Actor::Person(_) | Actor::Bearer => By::Resident,
            Actor::Staff(id) => By::Staff(id.0),
        }
    }
}

/// The station's day at `now`.
pub(crate) fn day_of(station: &Station, now: Timestamp) -> Date {
    crate::answers::wall(station, now).date()
}
