//! The slice's tables, read and written. Every function takes the caller's connection.
pub mod persons;
pub mod codes;
pub mod staff;
