//! The group's tables, read and written. Every function takes the caller's connection.
mod outages;
mod notes;

pub use notes::{Note, forget_before, insert as insert_note, made_since};
pub use outages::{between, by_id as outage_by_id, insert as insert_outage, revoke};
