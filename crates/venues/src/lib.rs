//! 场地 · 预订: rooms and courts that several owners pool, what one can book of them, and who has them when.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod offers;
pub mod acts;
mod says;
pub mod series;
mod public;
mod desk;
mod rooms;
mod waiting;
pub mod games;
pub mod door;
pub mod near;
pub mod paper;
pub mod clubs;
pub mod seasons;
mod forgetting;
mod measure;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use kernel::BoxFuture;
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;
use people::MineSection;
use stations::{HomeSection, OnToday, Station, Tab};

pub use public::samples;
pub use rooms::ROOMS;
pub use store::Catalogue;
pub use waiting::{hint as waiting_hint, samples as waiting_samples};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[
    migration!("2026-06-04_venues"),
    migration!("2026-11-26_forgetting_venues"),
    migration!("2026-11-26_waiting"),
    migration!("2026-11-26_games"),
    migration!("2026-11-26_series"),
    migration!("2026-11-26_forgetting_groups"),
    migration!("2026-11-26_door"),
    migration!("2026-11-26_near"),
    migration!("2026-11-26_paper"),
    migration!("2026-11-26_clubs"),
    migration!("2026-11-26_seasons"),
    migration!("2026-11-27_seen"),
];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What only staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What everybody reads of waiting and offers.
pub const WAITING_TEXTS: Texts =
    Texts { zh: include_str!("../words/waiting-zh-CN.ftl"), en: include_str!("../words/waiting-en.ftl") };

/// What only staff read of it.
pub const WAITING_DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/waiting-desk-zh-CN.ftl"), en: include_str!("../words/waiting-desk-en.ftl") };

/// What open games say.
pub const GAMES_TEXTS: Texts =
    Texts { zh: include_str!("../words/games-zh-CN.ftl"), en: include_str!("../words/games-en.ftl") };

/// What series say.
pub const SERIES_TEXTS: Texts =
    Texts { zh: include_str!("../words/series-zh-CN.ftl"), en: include_str!("../words/series-en.ftl") };

/// What is said at doors.
pub const DOOR_TEXTS: Texts =
    Texts { zh: include_str!("../words/door-zh-CN.ftl"), en: include_str!("../words/door-en.ftl") };

/// What the search across stations says.
pub const NEAR_TEXTS: Texts =
    Texts { zh: include_str!("../words/near-zh-CN.ftl"), en: include_str!("../words/near-en.ftl") };

/// What is said of paper: the list of a day, and what is typed in from it.
pub const PAPER_TEXTS: Texts =
    Texts { zh: include_str!("../words/paper-zh-CN.ftl"), en: include_str!("../words/paper-en.ftl") };

/// What clubs say.
pub const CLUBS_TEXTS: Texts =
    Texts { zh: include_str!("../words/clubs-zh-CN.ftl"), en: include_str!("../words/clubs-en.ftl") };

/// What season rounds say.
pub const SEASONS_TEXTS: Texts =
    Texts { zh: include_str!("../words/seasons-zh-CN.ftl"), en: include_str!("../words/seasons-en.ftl") };

/// All of them.
pub fn texts() -> Vec<Texts> {
    vec![
        TEXTS,
        DESK_TEXTS,
        WAITING_TEXTS,
        WAITING_DESK_TEXTS,
        GAMES_TEXTS,
        SERIES_TEXTS,
        DOOR_TEXTS,
        NEAR_TEXTS,
        PAPER_TEXTS,
        CLUBS_TEXTS,
        SEASONS_TEXTS,
    ]
}

kernel::id_type! {
    /// One reservation.
    pub ReservationId
}
kernel::id_type! {
    /// One series of reservations.
    pub SeriesId
}

kernel::id_type! {
    /// One round in which a season's rooms are allocated.
    pub RoundId
}
kernel::id_type! {
    /// What an applicant asks for in a round.
    pub ApplicationId
}

kernel::id_type! {
    /// Somebody's place in line.
    pub WaitId
}

kernel::id_type! {
    /// One club.
    pub ClubId
}

/// What each part of the slice holds about residents, in the order in which it is forgotten: rounds are held before venues and
/// make series for nobody who is gone; whoever stops waiting and ends their series gets no new reservations, and a game whose
/// reservation is given back is off.
pub fn holdings() -> Vec<people::Holding> {
    vec![
        seasons::holding(),
        offers::holding(),
        series::holding(),
        forgetting::holding(),
        games::holding(),
        clubs::holding(),
    ]
}

/// The pages of the desk that this slice has, in the order of a day.
pub fn desk_tabs() -> Vec<Tab> {
    let mut tabs = desk::desk_tabs();
    // Who plays today comes after who is here today.
    tabs.insert(1, games::TAB);
    tabs.into_iter().chain(waiting::TABS).collect()
}

/// What the slice shows on a station's home page.
pub fn home_sections() -> Vec<HomeSection> {
    vec![public::home_section(), games::home_section(), clubs::home_section(), seasons::home_section()]
}

/// What is on today, for the screen in the hall: what is free now, then games that look for people.
pub fn on_today(house: House, v: View, station: Arc<Station>) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>> {
    Box::pin(async move {
        let free = public::free_now(&house, &v, &station).await?;
        let games = games::on_today(&house, &v, &station).await?;
        Ok(free.into_iter().chain(games).collect())
    })
}

/// What the slice knows of a person's things.
pub fn mine_sections() -> Vec<MineSection> {
    vec![
        waiting::mine_section(),
        games::mine_section(),
        clubs::mine_section(),
        public::mine_section(),
        seasons::mine_section(),
    ]
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [
        acts::checks().as_slice(),
        series::checks(),
        games::checks(),
        door::checks(),
        paper::CHECKS,
        clubs::checks(),
        seasons::checks(),
    ]
    .concat()
}

/// The periodic work of the slice: what time has decided is written down and told, what is over is forgotten. Work that fails
/// keeps no other from being done.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let done = [
        acts::jobs(house).await,
        series::jobs(house).await,
        games::jobs(house).await,
        door::jobs(house).await,
        clubs::jobs(house).await,
        seasons::jobs(house).await,
        forgetting::forget_links(house).await,
        measure::jobs(house).await,
    ];
    done.into_iter().collect()
}

pub fn routes() -> Router<House> {
    public::routes()
        .merge(desk::routes())
        .merge(waiting::routes())
        .merge(games::routes())
        .merge(door::routes())
        .merge(near::routes())
        .merge(paper::routes())
        .merge(clubs::routes())
        .merge(seasons::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api()
        .merge(desk::api())
        .merge(waiting::api())
        .merge(games::api())
        .merge(door::api())
        .merge(near::api())
        .merge(paper::api())
        .merge(clubs::api())
        .merge(seasons::api())
}
