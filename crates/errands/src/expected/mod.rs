//! What somebody who waits may expect: told when they draw, shown as it changes, and learnt from when it is over.
mod schema;
mod store;
mod hall;
mod ask;
mod learn;
#[cfg(test)]
mod tests;

pub use ask::{expected, joining, lasts, tell};
pub use learn::{Held, held, learn};
