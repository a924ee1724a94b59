//! The door: what staff and visitors say of it, and what hours were promised. It is the station's door, not anybody's duty: of a
//! visitor nothing is kept, and of staff no more than that the page of changes names who pressed.
mod rules;
pub mod answers;
mod acts;
mod found;
mod jobs;
mod says;
mod shapes;
#[cfg(test)]
pub(crate) mod tests;

pub use acts::{say, take_back};
pub use found::found_closed;
pub use jobs::jobs;
pub use rules::{NoTakeBack, NotPromised, SLIP};
pub use says::sign;
pub use shapes::PromiseShape;
