//! What is seen of papers that were left. Data in, pages out.
mod own;
mod slip;
mod list;
mod leave;
mod one;
mod samples;

pub use leave::{Leaving, choose, leave};
pub use list::list;
pub use one::{One, one};
pub use own::{mine, receipt};
pub use samples::samples;
pub use slip::slip;
