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
pub mod duty;
pub mod deputies;
mod forgetting;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::house::House;
use kernel::words::Texts;

pub use desk::desk_tabs;
pub use hall::OnTheScreen;
pub use public::{hint, mine_section};

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[
    kernel::db::migration!("2026-11-26_errands"),
    kernel::db::migration!("2026-11-26_expected"),
    kernel::db::migration!("2026-11-26_promises"),
    kernel::db::migration!("2026-11-26_pads"),
    kernel::db::migration!("2026-11-26_lounge"),
    kernel::db::migration!("2026-11-26_duty"),
    kernel::db::migration!("2026-11-26_deputies"),
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

/// What is said of duty posts and of what was asked first.
pub const DUTY_TEXTS: Texts =
    Texts { zh: include_str!("../words/duty-zh-CN.ftl"), en: include_str!("../words/duty-en.ftl") };

/// What is said of deputies' reception days.
pub const DEPUTIES_TEXTS: Texts =
    Texts { zh: include_str!("../words/deputies-zh-CN.ftl"), en: include_str!("../words/deputies-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    let hall = vec![TEXTS, HALL_TEXTS, LOUNGE_TEXTS, PUBLIC_TEXTS, DESK_TEXTS, PADS_TEXTS, SETUP_TEXTS];
    [hall, vec![DUTY_TEXTS, DEPUTIES_TEXTS]].concat()
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::CHECKS, pads::CHECKS, &duty::checks(), &deputies::checks()].concat()
}

kernel::id_type! {
    /// One ticket.
    pub TicketId
}

/// The pages.
pub fn routes() -> Router<House> {
    hall::routes()
        .merge(public::routes())
        .merge(desk::routes())
        .merge(pads::routes())
        .merge(setup::routes())
        .merge(duty::routes())
        .merge(deputies::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api().merge(desk::api()).merge(pads::api()).merge(setup::api()).merge(duty::api()).merge(deputies::api())
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![public::home_section(), duty::home_section(), deputies::home_section()]
}

/// What the slice keeps about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![forgetting::holding(), duty::holding(), deputies::holding()]
}

/// The periodic work of the slice.
pub async fn jobs(house: &House) -> Result<(), kernel::fault::Fault> {
    acts::jobs(house).await?;
    duty::jobs(house).await?;
    deputies::jobs(house).await
}
