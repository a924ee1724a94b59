//! How a season is allocated. Data in, decision out: no database, no web, no clock of its own. What is exact here is written
//! down for everybody in docs/seasons.md.
mod terms;
mod refusal;
mod opening;
mod applying;
mod claim;
mod settle;
mod allocate;
mod change;
mod sheet;
mod verify;

pub use allocate::{Allocation, Answer, Award, Holder, Outcome, Position, Stronger, allocate};
pub use applying::{Applicant, Application, Asked, MOST_WISHES, fits};
pub use change::{Awarded, By, Change, awarded, changeable};
pub use claim::{Points, points};
pub use kernel::lottery::{NotASheet, Published, Seed, digest, position};
pub use opening::{MOST_SLOTS, NewSlot, opened};
pub use refusal::NoSeason;
pub use sheet::{FORMAT, Sheet};
pub use terms::{Kind, MOST_PER_APPLICANT, MOST_POINTS, Slot, Stands, Terms, Weights};
pub use verify::{Verified, verify};
