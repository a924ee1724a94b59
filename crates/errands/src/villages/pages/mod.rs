//! What is seen of village days. Data in, pages out.
mod public;
mod visit;
mod list;
mod plan;
mod day;
mod sheet;
mod samples;

pub use day::{Day, day};
pub use list::list;
pub use plan::{Planning, plan};
pub use public::{Asking, asking, days};
pub use samples::samples;
pub use sheet::sheet;
pub use visit::{Living, living, mine, visit};
