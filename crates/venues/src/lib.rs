//! 场地 · 预订: rooms and courts that several owners pool, what one can book of them, and who has them when.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
mod public;
mod desk;
pub mod games;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::words::Texts;
use people::MineSection;
use stations::{HomeSection, Tab};

pub use public::samples;
pub use store::Catalogue;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-06-04_venues"), migration!("2026-11-26_games")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What only staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What open games say.
pub const GAMES_TEXTS: Texts =
    Texts { zh: include_str!("../words/games-zh-CN.ftl"), en: include_str!("../words/games-en.ftl") };

kernel::id_type! {
    /// One reservation.
    pub ReservationId
}

/// The pages of the desk that this slice has, in the order of a day.
pub fn desk_tabs() -> Vec<Tab> {
    let mut tabs = desk::desk_tabs();
    // Who plays today comes after who is here today.
    tabs.insert(1, games::TAB);
    tabs
}

/// What the slice shows on a station's home page.
pub fn home_sections() -> Vec<HomeSection> {
    vec![public::home_section(), games::home_section()]
}

/// What the slice knows of a person's things.
pub fn mine_sections() -> Vec<MineSection> {
    vec![games::mine_section(), public::mine_section()]
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::checks(), games::checks()].concat()
}

/// Writes down what time has decided and tells people.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    acts::jobs(house).await?;
    games::jobs(house).await
}

pub fn routes() -> Router<House> {
    public::routes().merge(desk::routes()).merge(games::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    public::api().merge(desk::api()).merge(games::api())
}
