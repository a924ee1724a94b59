//! What each slice holds about residents: how it is told to them, and how it is forgotten. The program that joins the slices
//! hands these to [`crate::routes`], [`crate::api`] and [`crate::jobs`].
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use serde_json::Value;

use crate::ids::PersonId;

/// Everything of one kind that is kept about a resident.
#[derive(Clone, Copy)]
pub struct Holding {
    /// What it is called in the download: `reservations`.
    pub name: &'static str,
    /// All of it, in words that the resident can read.
    pub export: fn(&mut Conn, &House, PersonId) -> Result<Value, Fault>,
    /// Forgets the resident, in the transaction that forgets them everywhere. What others rely on (a room is taken, so many
    /// came) stays; nothing that names the resident does: no id, no name, no number, no hash of one, and no event either.
    /// Their row is held, so that nothing of theirs is being added meanwhile.
    pub erase: fn(&mut Conn, &House, PersonId, Timestamp) -> Result<(), Fault>,
}

/// The holdings of all slices.
pub type Holdings = Arc<[Holding]>;
