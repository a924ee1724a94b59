//! What is seen of moods. Data in, pages out.
mod board;
mod ranking;
mod samples;

pub use board::{Shown, alone, board};
pub use ranking::{Ranking, ranking};
pub use samples::samples;
