//! 职工书屋: a reading room that volunteers can run. A title is what can be read, a copy is one piece of it; who has it is known while
//! they have it and forgotten when it comes back.
pub mod rules;
mod schema;
mod ports;
pub(crate) mod frame;
mod failures;
pub mod catalogue;
pub mod lending;
pub mod stocktakes;
pub mod transfers;
mod month;
mod public;
mod desk;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;

pub use ports::{AtKiosk, Ports};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-27_library")];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What is said of lending: refusals, states, messages.
pub const LENDING_TEXTS: Texts =
    Texts { zh: include_str!("../words/lending-zh-CN.ftl"), en: include_str!("../words/lending-en.ftl") };

/// What staff read about titles, copies and shelves.
pub const CATALOGUE_TEXTS: Texts =
    Texts { zh: include_str!("../words/catalogue-zh-CN.ftl"), en: include_str!("../words/catalogue-en.ftl") };

/// What staff read at the counter.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What staff read about stocktakes, transfers and the month.
pub const SHELVES_TEXTS: Texts =
    Texts { zh: include_str!("../words/shelves-zh-CN.ftl"), en: include_str!("../words/shelves-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, LENDING_TEXTS, CATALOGUE_TEXTS, DESK_TEXTS, SHELVES_TEXTS, EVENT_TEXTS]
}

kernel::id_type! {
    /// What can be read.
    pub TitleId
}

kernel::id_type! {
    /// One piece of a title.
    pub CopyId
}

kernel::id_type! {
    /// That somebody has a copy, while they have it.
    pub LoanId
}

kernel::id_type! {
    /// That somebody waits for a title.
    pub HoldId
}

kernel::id_type! {
    /// Something that a clerk has to look at.
    pub TaskId
}

kernel::id_type! {
    /// One walk along the shelves.
    pub StocktakeId
}

kernel::id_type! {
    /// The way of a copy to another station.
    pub TransferId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [catalogue::CHECKS, lending::CHECKS, transfers::CHECKS].concat()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![lending::holding()]
}

/// The pages.
pub fn routes(ports: Ports) -> Router<House> {
    public::routes()
        .merge(catalogue::routes())
        .merge(desk::routes())
        .merge(stocktakes::routes())
        .merge(transfers::routes())
        .merge(month::routes())
        .layer(Extension(ports))
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api(ports: Ports) -> Api {
    public::api()
        .merge(catalogue::api())
        .merge(desk::api())
        .merge(stocktakes::api())
        .merge(transfers::api())
        .merge(month::api())
        .extension(ports)
}

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    desk::desk_tabs()
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![public::home_section()]
}

/// The part of "my things": what somebody has and waits for.
pub fn mine_sections() -> Vec<people::MineSection> {
    vec![public::mine_section()]
}

/// What a household's card leads to.
pub fn card_sections() -> Vec<people::CardSection> {
    vec![public::card_section()]
}

/// What the screen in the hall says of the reading room.
pub const ON_TODAY: stations::WhatIsOn = public::on_today;

/// What people can do at the machine in the hall.
pub const AT_THE_MACHINE: stations::Leaf =
    stations::Leaf { key: "library-machine", note: "library-machine-note", icon: "books", path: "/kiosk/library" };

/// Every page with invented titles and readers.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let desk = [desk::samples(v)?, stocktakes::samples(v)?, transfers::samples(v)?, month::samples(v)?].concat();
    Ok([public::samples(v)?, catalogue::samples(v)?, desk].concat())
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    lending::jobs(house).await
}
