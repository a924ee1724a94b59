//! How places are drawn. Data in, decision out: no database, no web, no clock of its own. What is exact here is written down for
//! everybody in docs/draws.md.
mod draw;
mod sheet;
mod verify;
#[cfg(test)]
mod tests;

pub use draw::{Drawn, Entry, draw};
pub use kernel::lottery::NotASheet;
pub use sheet::{FORMAT, Sheet};
pub use verify::{Verified, verify};
