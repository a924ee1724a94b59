//! 来办事: what one comes for, who does it and whether they are in, and whose turn it is.
//!
//! The aim is that nobody makes a trip for nothing; every time that a person is told comes with how sure it is
//! (PRODUCT.md, part 3).
pub mod rules;
pub mod forecast;
mod schema;
mod store;
pub mod answers;
pub mod reach;
pub mod promises;
pub mod expected;
pub mod acts;
pub(crate) mod says;
pub mod hall;
pub mod public;
pub mod desk;
mod forgetting;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::house::House;
use kernel::words::Texts;

pub use desk::desk_tabs;
pub use forgetting::holding;
pub use public::{hint, home_section, mine_section};

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[
    kernel::db::migration!("2026-11-26_errands"),
    kernel::db::migration!("2026-11-26_expected"),
    kernel::db::migration!("2026-11-26_promises"),
];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What the hall's screens and slips say.
pub const HALL_TEXTS: Texts =
    Texts { zh: include_str!("../words/hall-zh-CN.ftl"), en: include_str!("../words/hall-en.ftl") };

/// What residents read and press.
pub const PUBLIC_TEXTS: Texts =
    Texts { zh: include_str!("../words/public-zh-CN.ftl"), en: include_str!("../words/public-en.ftl") };

/// What staff read of calls, presence, lines and matters.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, HALL_TEXTS, PUBLIC_TEXTS, DESK_TEXTS]
}

kernel::id_type! {
    /// One ticket.
    pub TicketId
}

/// The pages.
pub fn routes() -> Router<House> {
    hall::routes().merge(public::routes()).merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api().merge(desk::api())
}
