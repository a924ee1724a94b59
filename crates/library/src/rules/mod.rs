//! What all groups of the slice speak of: titles, pieces, shelves, and what a station has decided about lending. Pure.
mod kinds;
mod settings;
mod things;

pub use kinds::{Kind, Kinds, Stands};
pub use settings::{DueMode, SettingProblem, Settings};
pub use things::{Copy, Shelf, Title};
