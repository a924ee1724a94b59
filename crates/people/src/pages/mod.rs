//! What people see of all this: one decision on each page.
mod said;
mod parts;
pub mod sign_in;
pub mod mine;
mod samples;

pub use parts::{CardSection, CardShown, DeskOf, Drawn, MineSection, Parts, PlaceOf, SharedParts, Wanted};
pub use samples::samples;
