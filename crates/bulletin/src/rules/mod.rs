//! What is decided about notices. Pure: data in, decision out.
mod refusal;
mod section;
mod text;
mod notice;
mod flow;
mod search;
mod near;
#[cfg(test)]
mod tests;

pub use flow::{By, Seen, publish};
pub use near::{Likeness, MOST_COMPARED, MOST_KEPT, MOST_SHOWN, nearest};
pub use notice::{Down, Ended, Notice, Shot, Stands, Version, Work};
pub use refusal::NoNotice;
pub use search::{Fit, order};
pub use section::{Section, usual};
pub use text::{
    Draft, MOST_IN_A_BODY, MOST_IN_A_SOURCE, MOST_IN_A_TITLE, MOST_IN_A_WHY, MOST_IN_AN_ALT, MOST_IN_AN_ENGLISH_TITLE,
    MOST_PHOTOS, excerpt,
};
