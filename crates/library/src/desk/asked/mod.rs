//! What staff ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
mod text;
mod reader;
mod log;
mod rules;

pub use log::{LibraryLog, LibraryLogEntry, LibraryTaskSettlement, LibraryTold};
pub use reader::{LibraryHoldAtDesk, LibraryLoanAtDesk, LibraryReaderWanted, LibraryReturnAtDesk};
pub use rules::LibraryRules;
