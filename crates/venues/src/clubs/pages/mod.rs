//! What residents see of clubs. Data in, pages out.
mod who;
mod lists;
mod club;
mod people;
mod notices;
mod text;
mod found;
mod meetings;
mod samples;

pub use club::{Tried, club};
pub use found::found;
pub use lists::{home, list, mine};
pub use meetings::{Shown, form, meetings, one, one_date};
pub use notices::notices;
pub use people::people;
pub use samples::samples;
pub use text::{text, text_fields};
