//! What is seen of parking. Data in, pages out.
mod parts;
mod public;
mod sign;
mod marshal;
mod desk;
mod lot;
mod edit;
mod after;
#[cfg(test)]
mod samples;

pub use after::after;
pub use desk::{Desk, desk};
pub use edit::edit;
pub use lot::{LotPage, lot};
pub use marshal::{Counting, counting};
pub use public::{now, now_at_home};
#[cfg(test)]
pub use samples::samples;
pub use sign::sign;
