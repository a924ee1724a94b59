//! 来办事: what one comes for, who does it and whether they are in, and whose turn it is.
//!
//! The aim is that nobody makes a trip for nothing; every time that a person is told is a promise that is kept, revised or
//! broken in the open (PRODUCT.md, part 3).
pub mod rules;
pub mod forecast;

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[kernel::db::migration!("2026-11-26_errands")];
