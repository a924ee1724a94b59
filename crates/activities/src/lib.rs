//! 活动 · 交流会: what is on, again and again by a rule of dates, solar or lunar, and each time that it is.
pub mod rules;
mod schema;
mod store;
pub mod acts;
mod says;
mod fairday;
pub mod parking;
pub mod fair;
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
use kernel::words::Texts;

pub use store::{Occurrence, Series};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] =
    &[migration!("2026-11-26_activities"), migration!("2026-11-26_parking"), migration!("2026-11-26_fair")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What is said of parking, and what fairs share.
pub const PARKING_TEXTS: Texts =
    Texts { zh: include_str!("../words/parking-zh-CN.ftl"), en: include_str!("../words/parking-en.ftl") };

/// What is said of fairs.
pub const FAIR_TEXTS: Texts =
    Texts { zh: include_str!("../words/fair-zh-CN.ftl"), en: include_str!("../words/fair-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, PARKING_TEXTS, FAIR_TEXTS]
}

kernel::id_type! {
    /// An activity, with all its times.
    pub SeriesId
}

kernel::id_type! {
    /// One time that an activity takes place.
    pub OccurrenceId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::CHECKS, parking::CHECKS, fair::CHECKS].concat()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![parking::holding(), fair::holding()]
}

/// The pages.
pub fn routes() -> Router<House> {
    Router::new().merge(parking::routes()).merge(fair::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    Api::new().merge(parking::api()).merge(fair::api())
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    parking::jobs(house).await?;
    fair::jobs(house).await
}
