//! What is seen of a fair. Data in, pages out.
mod plan;
mod public;
mod stall;
mod desk;
#[cfg(test)]
mod samples;

pub use desk::{AtDesk, desk, place_form};
pub use public::{fair, home};
#[cfg(test)]
pub use samples::samples;
pub use stall::{Applying, StallForm, applying, stall};
