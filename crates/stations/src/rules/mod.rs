//! What may be written about a station and its division. No database, no web, no clock of its own.
pub mod division;
pub mod naming;
pub mod place;
pub mod clock;
pub mod look_up;
pub mod import;
