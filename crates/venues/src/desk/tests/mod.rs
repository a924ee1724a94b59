//! The desk as those who work there use it: through its own addresses.
pub(crate) mod town;
mod forms;
mod pages;
mod letting_in;
mod closing;
mod editing;
mod programs;
mod series;
