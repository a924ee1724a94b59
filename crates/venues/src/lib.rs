//! 场地 · 预订: rooms and courts that several owners pool, what one can book of them, and who has them when.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
pub mod series;
mod public;
mod desk;
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

pub use desk::desk_tabs;
pub use public::{home_section, mine_section, samples};
pub use store::Catalogue;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-06-04_venues"), migration!("2026-11-26_series")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What only staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What series say.
pub const SERIES_TEXTS: Texts =
    Texts { zh: include_str!("../words/series-zh-CN.ftl"), en: include_str!("../words/series-en.ftl") };

kernel::id_type! {
    /// One reservation.
    pub ReservationId
}
kernel::id_type! {
    /// One series of reservations.
    pub SeriesId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::checks(), series::checks()].concat()
}

/// The slice's periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    acts::jobs(house).await?;
    series::jobs(house).await
}

pub fn routes() -> Router<House> {
    public::routes().merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    public::api().merge(desk::api())
}
