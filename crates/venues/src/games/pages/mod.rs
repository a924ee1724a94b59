//! What residents see of open games. Data in, pages out.
mod lists;
mod who;
mod game;
mod post;
mod spare;
mod apart;
mod hall;
mod samples;

pub use apart::apart;
pub use game::{Tried, game, reason_field};
pub use hall::hall;
pub use lists::{choose, home, list, mine};
pub use post::{Post, post};
pub use samples::samples;
pub use spare::{Times, clock, times};
