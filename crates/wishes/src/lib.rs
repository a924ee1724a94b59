//! 微心愿: small wishes of neighbours in hardship, and who fulfils them.
//!
//! The two never meet, and nothing that everybody reads could name whose wish it is: a card says what the thing is, what it costs at
//! most, and the township. Who wished it is kept apart, sealed, and goes thirty days after the end, or at once when it is taken back.
pub mod rules;
mod schema;
mod store;
pub(crate) mod says;
pub(crate) mod frame;
pub(crate) mod failures;
pub mod answers;
pub mod acts;
pub mod asked;
mod public;
mod desk;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;

pub use acts::{Founded, found, jobs};
pub use answers::to_call;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-27_wishes")];

/// What everybody and the desk share: kinds, states, refusals, messages.
pub const TEXTS: Texts = kernel::texts!();

/// What residents read.
pub const PUBLIC_TEXTS: Texts =
    Texts { zh: include_str!("../words/public-zh-CN.ftl"), en: include_str!("../words/public-en.ftl") };

/// What staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, PUBLIC_TEXTS, DESK_TEXTS, EVENT_TEXTS]
}

kernel::id_type! {
    /// A wish. It is drawn, so that it does not say when somebody was at the desk.
    pub WishId
}

kernel::id_type! {
    /// That somebody has a wish, while they have it.
    pub ClaimId
}

kernel::id_type! {
    /// That whoever wished is to be called: it leads to no wish.
    pub CallId
}

kernel::id_type! {
    /// That somebody does not accept a no.
    pub AppealId
}

kernel::id_type! {
    /// That somebody would like to be called about a wish of their own.
    pub AskId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    acts::CHECKS.to_vec()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    acts::holdings()
}

/// The pages.
pub fn routes() -> Router<House> {
    public::routes().merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api().merge(desk::api())
}

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    desk::desk_tabs()
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![public::home_section()]
}

/// The part of "my things": which wishes somebody has taken on.
pub fn mine_sections() -> Vec<people::MineSection> {
    vec![public::mine_section()]
}

/// What the screen in the hall says of wishes.
pub const ON_TODAY: stations::WhatIsOn = public::on_today;

/// Every page with invented wishes.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([public::samples(v)?, desk::samples(v)?].concat())
}
