//! The pages of walks. Data in, pages out.
mod list;
mod walk;
mod ending;
mod samples;

pub use ending::ending;
pub use list::{ListPage, list};
pub use samples::samples;
pub use walk::{WalkPage, over, walk};
