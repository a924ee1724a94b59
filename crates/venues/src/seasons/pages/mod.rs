//! What everybody sees of season rounds. Data in, pages out.
mod parts;
mod lists;
mod result;
mod round;
mod apply;
mod samples;

pub use apply::{Apply, apply, wishes};
pub use lists::{home, list, mine};
pub use parts::{dates, names_of, round_path};
pub use result::reasons;
pub use round::{Shown, round};
pub use samples::samples;
