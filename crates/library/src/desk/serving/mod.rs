//! Somebody is served: who stands there and what was scanned is looked up, one thing is done, and the page that comes of it is read.
mod came;
mod seen;
mod doing;
mod serve;

pub use came::{Also, Came, Served};
pub use seen::reader;
pub use serve::{empty, serve};
