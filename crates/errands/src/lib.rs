//! 来办事: what one comes for, who does it and whether they are in, and whose turn it is.
//!
//! The aim is that nobody makes a trip for nothing; every time that a person is told is a promise that is kept, revised or
//! broken in the open (PRODUCT.md, part 3).
pub mod rules;
pub mod hall;

use kernel::words::Texts;

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[kernel::db::migration!("2026-11-26_errands")];

/// What the hall's screens and slips say.
pub const HALL_TEXTS: Texts =
    Texts { zh: include_str!("../words/hall-zh-CN.ftl"), en: include_str!("../words/hall-en.ftl") };
