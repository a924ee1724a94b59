//! 来办事: what one comes for, who does it and whether they are in, and whose turn it is.
//!
//! The aim is that nobody makes a trip for nothing; every time that a person is told is a promise that is kept, revised or
//! broken in the open (PRODUCT.md, part 3).
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
pub(crate) mod says;
pub mod hall;
pub mod desk;
#[cfg(test)]
mod tests;

use kernel::words::Texts;

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[kernel::db::migration!("2026-11-26_errands")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What the hall's screens and slips say.
pub const HALL_TEXTS: Texts =
    Texts { zh: include_str!("../words/hall-zh-CN.ftl"), en: include_str!("../words/hall-en.ftl") };

/// What staff read of calls, presence, lines and matters.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, HALL_TEXTS, DESK_TEXTS]
}

kernel::id_type! {
    /// One ticket.
    pub TicketId
}
