//! The desk's pages. Data in, pages out.
mod ctx;
mod came;
mod finding;
mod reader;
mod counter;
mod lists;
mod tasks;
mod settings;
mod samples;

pub use counter::counter;
pub use ctx::Ctx;
pub use lists::{holds, overdue};
pub use samples::samples;
pub use settings::settings;
pub use tasks::tasks;
