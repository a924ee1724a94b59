//! The changes: lots are laid out, marshals count, links are given out, cars are asked to be moved.
mod count;
mod lots;
mod copy;
mod passes;
mod moves;
mod check;
mod time;

pub use check::CHECKS;
pub use copy::copy;
pub use count::{By, Counted, count, found as found_taps, recount};
pub use lots::{Draft, DraftBays, add, edit, found, remove, shut};
pub use moves::{NewMove, ask, close};
pub use passes::{Made, bearer, give, secret_hash, take_back};
pub use time::{holding, jobs};
