//! The changes: somebody signs up, gives back, is asked, answers; places are drawn; what time decides.
mod record;
mod tell;
mod fill;
mod guest;
mod join;
mod confirm;
mod answer;
mod draw;
mod follow;
mod time;
mod check;
mod forgetting;

pub use answer::answer;
pub use check::CHECKS;
pub use confirm::{Confirmed, confirm, resend_code};
pub use draw::draw;
pub use follow::follow;
pub use forgetting::holding;
pub use guest::Guest;
pub use join::{NewSignup, SignedUp, join};
pub use time::jobs;

use people::{PersonId, StaffId};

use kernel::event::By;

/// Who changes a signup that is there: its address is the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Whoever has its address.
    Bearer,
    Person(PersonId),
    Staff(StaffId),
}

impl Actor {
    pub fn by(self) -> By {
        match self {
            Actor::Bearer | Actor::Person(_) => By::Resident,
            Actor::Staff(id) => By::Staff(id.0),
        }
    }
}
