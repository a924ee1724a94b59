//! 动态: what the station tells, seen by two pairs of eyes before everybody reads it, and how people feel about it.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod at_desk;
pub(crate) mod says;
pub(crate) mod frame;
mod failures;
mod drawn;
mod assets;
pub mod moods;
pub mod asked;
pub mod acts;
mod public;
mod desk;
mod feeds;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::types::StationId;
use kernel::db::{Conn, Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;
use stations::HomeSection;

pub use acts::{Founded, found};
pub use desk::desk_tabs;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-27_bulletin"), moods::MIGRATION];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, DESK_TEXTS, EVENT_TEXTS, moods::TEXTS]
}

kernel::id_type! {
    /// A notice, with all its versions.
    pub NoticeId
}

kernel::id_type! {
    /// One photo of a notice.
    pub PhotoId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::CHECKS, moods::CHECKS].concat()
}

/// Which of `ids` everybody reads, as moods have to know it.
fn published(c: &mut Conn, station: StationId, ids: &[NoticeId]) -> Result<Vec<moods::Headline>, Fault> {
    let all = answers::public_titles(c, station, ids)?;
    Ok(all.into_iter().map(|(id, zh, en)| moods::Headline { id, zh, en }).collect())
}

/// The pages.
pub fn routes() -> Router<House> {
    public::routes()
        .merge(feeds::routes())
        .merge(desk::routes())
        .merge(moods::routes(published))
        .merge(assets::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api().merge(desk::api()).merge(moods::api(published))
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<HomeSection> {
    vec![public::home_section()]
}

/// Every page with invented notices.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([public::samples(v)?, desk::samples(v)?, moods::samples(v)?].concat())
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    moods::jobs(house).await
}
