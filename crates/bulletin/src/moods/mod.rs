//! 心情: how people feel about a notice, in one tap and without a name.
//!
//! A device has a random token of its own for each notice, in a cookie that goes to that notice's pages only, and the database holds a
//! hash of it under a key of that notice: nobody can be followed from one notice to another, not even with all rows at hand. Thirty
//! days after publishing the key is destroyed and the rows go; the numbers stay. Votes are of a notice, never of who wrote it: no
//! table, call or page counts them by editor.
pub mod rules;
mod schema;
mod voters;
mod store;
pub mod answers;
pub mod acts;
mod says;
mod asked;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

use kernel::db::types::StationId;
use kernel::db::{Conn, Migration};
use kernel::fault::Fault;
use kernel::words::Texts;

use crate::NoticeId;

pub use acts::{CHECKS, founded, jobs, opened};
pub use answers::ranking;
pub use api::api;
pub use pages::samples;
pub use web::{Told, part, routes};

/// The group's tables; they refer to those of notices.
pub const MIGRATION: Migration =
    Migration { name: "2026-11-27_moods", sql: include_str!("../../migrations/2026-11-27_moods.sql") };

/// What is said of moods.
pub const TEXTS: Texts =
    Texts { zh: include_str!("../../words/moods-zh-CN.ftl"), en: include_str!("../../words/moods-en.ftl") };

/// A notice that everybody reads, as far as this group has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub id: NoticeId,
    pub zh: String,
    /// May be empty.
    pub en: String,
}

/// Which of these notices everybody reads now: only such are voted on and ranked. Notices fill it in.
pub type Published = fn(&mut Conn, StationId, &[NoticeId]) -> Result<Vec<Headline>, Fault>;
