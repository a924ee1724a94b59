//! 活动 · 交流会: what is on, again and again by a rule of dates, solar or lunar, and each time that it is.
pub mod rules;
mod schema;
mod store;
pub mod draws;
pub mod signups;
pub mod arrivals;
pub mod acts;
mod says;
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
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-26_activities"), migration!("2026-11-26_signups")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What is said of signing up, of draws, and of who was there.
pub const SIGNUPS_TEXTS: Texts =
    Texts { zh: include_str!("../words/signups-zh-CN.ftl"), en: include_str!("../words/signups-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, SIGNUPS_TEXTS]
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
    [acts::CHECKS, draws::answers::CHECKS, signups::acts::CHECKS, arrivals::acts::CHECKS].concat()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![signups::acts::holding()]
}

/// The pages.
pub fn routes() -> Router<House> {
    draws::routes().merge(signups::routes()).merge(arrivals::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    draws::api().merge(signups::api()).merge(arrivals::api())
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    signups::acts::jobs(house).await?;
    arrivals::acts::jobs(house).await
}
