//! What is seen of consents. Data in, pages out.
mod own;
mod desk;
mod samples;

pub use desk::{Agreeing, agree, list};
pub use own::{Mine, mine, new, own};
pub use samples::samples;
