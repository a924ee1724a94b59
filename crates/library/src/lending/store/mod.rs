//! All queries of lending.
pub mod loans;
pub mod holds;
pub mod readers;
pub mod history;
pub mod log;
pub mod tasks;
pub mod copies;
