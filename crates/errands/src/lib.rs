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
pub mod lounge;
pub mod hall;
pub mod public;
pub mod desk;
pub mod pads;
pub mod setup;
mod forgetting;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::house::House;
use kernel::words::Texts;

pub use desk::desk_tabs;
pub use forgetting::holding;
pub use hall::OnTheScreen;
pub use public::{hint, home_section, mine_section};

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[
    kernel::db::migration!("2026-11-26_errands"),
    kernel::db::migration!("2026-11-26_expected"),
    kernel::db::migration!("2026-11-26_promises"),
    kernel::db::migration!("2026-11-26_pads"),
    kernel::db::migration!("2026-11-26_lounge"),
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

/// What is said of seats to wait in.
pub const LOUNGE_TEXTS: Texts =
    Texts { zh: include_str!("../words/lounge-zh-CN.ftl"), en: include_str!("../words/lounge-en.ftl") };

/// What staff read of paper numbers.
pub const PADS_TEXTS: Texts =
    Texts { zh: include_str!("../words/pads-zh-CN.ftl"), en: include_str!("../words/pads-en.ftl") };

/// What managers read of what there is in the hall.
pub const SETUP_TEXTS: Texts =
    Texts { zh: include_str!("../words/setup-zh-CN.ftl"), en: include_str!("../words/setup-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, HALL_TEXTS, LOUNGE_TEXTS, PUBLIC_TEXTS, DESK_TEXTS, PADS_TEXTS, SETUP_TEXTS]
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::CHECKS, pads::CHECKS].concat()
}

kernel::id_type! {
    /// One ticket.
    pub TicketId
}

/// The pages.
pub fn routes() -> Router<House> {
    hall::routes().merge(public::routes()).merge(desk::routes()).merge(pads::routes()).merge(setup::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api().merge(desk::api()).merge(pads::api()).merge(setup::api())
}
