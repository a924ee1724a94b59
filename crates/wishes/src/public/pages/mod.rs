//! Wishes, as pages. Data in, pages out.
mod parts;
mod taken;
mod home;
mod mine;
mod list;
mod card;
mod ask;
mod samples;

pub use ask::ask;
pub use card::{One, card, gone};
pub use home::home;
pub use list::{List, list};
pub use mine::mine;
pub use parts::icon_of;
pub use samples::samples;
