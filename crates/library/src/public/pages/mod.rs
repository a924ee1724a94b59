//! The reading room, as pages. Data in, pages out.
mod words;
mod rows;
mod own;
mod list;
mod title;
mod copy;
mod shelf;
mod history;
mod home;
mod kiosk;
mod samples;

pub use copy::{CopyShown, copy};
pub use history::history;
pub use home::{card, home, today};
pub use kiosk::{Machine, Shows, machine, shut};
pub use list::{List, list};
pub use own::{mine, own};
pub use samples::samples;
pub use shelf::{ShelfShown, shelf};
pub use title::{TitleShown, title};
