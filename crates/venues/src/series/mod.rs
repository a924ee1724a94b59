//! 长期预订: one offering again and again by a rule of dates, for a person, an office or a club, with an outcome for every
//! date. Pages of it are among those of `public` and `desk`.
//!
//! Clubs and seasons make series with [`acts::make`] in a transaction of their own, and change and end them with
//! [`acts::change_from`] and [`acts::end_from`].
pub mod rules;
mod schema;
pub mod store;
pub mod answers;
pub mod says;
pub(crate) mod forms;
pub(crate) mod pages;
pub mod acts;
pub(crate) mod steps;
mod check;
mod forgetting;
#[cfg(test)]
mod tests;

pub use acts::jobs;
pub use check::checks;
pub use forgetting::{forget_before, holding};
