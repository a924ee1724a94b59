//! Notices, as pages. Data in, pages out.
mod rows;
mod text;
mod home;
mod list;
mod notice;
mod down;
mod poster;
pub(crate) mod samples;

pub use down::down;
pub use home::home;
pub use list::{List, list};
pub use notice::{Shown, notice};
pub use poster::poster;
pub use samples::samples;
pub use text::text;
