//! The slice's tables, read and written. Every function takes the caller's connection.
pub mod divisions;
pub mod keep_divisions;
pub mod parsed;
pub mod stations;
pub mod places;
pub mod owners;
pub mod holidays;
