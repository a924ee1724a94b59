//! What is seen of signing up. Data in, pages out.
mod join;
mod card;
mod signup;
mod code;
mod desk;
pub mod invented;
pub mod samples;

pub use card::{ByCard, by_card, household, on_the_card};
pub use code::{Held, code, too_late};
pub use desk::{Desk, at_the_desk, desk};
pub use join::{Joining, join, section};
pub use signup::{SHOWS_CODE, Shown, mine, signup};
