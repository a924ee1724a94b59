//! What people see at a door, and what a manager sets up there. Data in, pages out.
mod arrive;
mod poster;
mod code;
mod manage;
mod samples;

pub use arrive::{Said, arrive};
pub use code::code;
pub use manage::{Edit, body};
pub use poster::poster;
pub use samples::samples;
