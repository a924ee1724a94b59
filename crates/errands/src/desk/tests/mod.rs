//! The desk through the router of the slice, on every engine.
pub(crate) mod town;
mod pages;
mod calling;
mod saying;
mod writing;
mod programs;
mod texting;
