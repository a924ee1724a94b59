//! The changes: a notice is written, looked at by somebody else, published, corrected, and taken down by two.
mod sections;
mod write;
mod photos;
mod publish;
mod down;
mod found;
mod check;

pub use check::CHECKS;
pub use down::{ask_down, confirm_down, keep_up};
pub use found::{Founded, found};
pub use photos::add_photo;
pub use publish::publish;
pub use sections::{add_section, change_section};
pub use write::{ask, draft, rewrite};
