//! 活动 · 交流会: what is on, again and again by a rule of dates, solar or lunar, and each time that it is.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub(crate) mod says;
pub mod parts;
pub(crate) mod frame;
mod failures;
pub mod draws;
pub mod signups;
pub mod arrivals;
pub mod acts;
pub mod asked;
mod public;
mod desk;
mod fairday;
pub mod parking;
pub mod fair;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Conn, Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;
use stations::{HomeSection, Rendered, Rooms, Station};

use acts::{Doing, Ports};
use parts::{Hung, Part};

pub use answers::next_of_each;
pub use fairday::answers as fairs;
pub use public::{home, on_today};
pub use signups::to_call;
pub use store::{Occurrence, Series};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[
    migration!("2026-11-26_activities"),
    migration!("2026-11-26_signups"),
    migration!("2026-11-26_parking"),
    migration!("2026-11-26_fair"),
    migration!("2026-11-28_planned"),
];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What is said of signing up, of draws, and of who was there.
pub const SIGNUPS_TEXTS: Texts =
    Texts { zh: include_str!("../words/signups-zh-CN.ftl"), en: include_str!("../words/signups-en.ftl") };

/// What is said of parking, and what fairs share.
pub const PARKING_TEXTS: Texts =
    Texts { zh: include_str!("../words/parking-zh-CN.ftl"), en: include_str!("../words/parking-en.ftl") };

/// What is said of fairs.
pub const FAIR_TEXTS: Texts =
    Texts { zh: include_str!("../words/fair-zh-CN.ftl"), en: include_str!("../words/fair-en.ftl") };

/// What staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, DESK_TEXTS, SIGNUPS_TEXTS, PARKING_TEXTS, FAIR_TEXTS, EVENT_TEXTS]
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
    let people = [draws::answers::CHECKS, signups::acts::CHECKS, arrivals::acts::CHECKS].concat();
    [acts::CHECKS, people.as_slice(), parking::CHECKS, fair::CHECKS].concat()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![signups::acts::holding(), parking::holding(), fair::holding()]
}

/// What the slice is handed: rooms by the program, and by its own groups what follows when a time changes.
pub fn ports(rooms: Rooms) -> Ports {
    Ports { rooms, follows: &[told] }
}

/// Whoever is signed up is told in the same change.
fn told(c: &mut Conn, doing: &Doing<'_>, _: &Series, (_, after): (&Occurrence, &Occurrence)) -> Result<(), Fault> {
    signups::acts::follow(c, doing.house, doing.station, after.id, doing.now)
}

/// What the groups hang on the pages of one time.
fn hung() -> Hung {
    Hung { public: Arc::new([signups::part as Part]), desk: Arc::new([signups::desk_part as Part]) }
}

/// The pages.
pub fn routes(rooms: Rooms) -> Router<House> {
    public::routes()
        .merge(desk::routes())
        .merge(draws::routes())
        .merge(signups::routes())
        .merge(arrivals::routes())
        .merge(parking::routes())
        .merge(fair::routes())
        .layer(Extension(ports(rooms)))
        .layer(Extension(hung()))
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api(rooms: Rooms) -> Api {
    public::api()
        .merge(desk::api())
        .merge(draws::api())
        .merge(signups::api())
        .merge(arrivals::api())
        .merge(parking::api())
        .merge(fair::api())
        .extension(ports(rooms))
}

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    [desk::desk_tabs(), fair::desk_tabs(), parking::desk_tabs()].concat()
}

/// What the slice adds to a station's home page. `whats_on` is [`home`] with the rooms that the station has.
pub fn home_sections(whats_on: fn(House, View, Arc<Station>) -> Rendered) -> Vec<HomeSection> {
    vec![fair::home_section(), public::home_section(whats_on)]
}

/// The part of "my things": what somebody is signed up for.
pub fn mine_sections() -> Vec<people::MineSection> {
    vec![signups::mine_section()]
}

/// What a household card is good for.
pub fn card_sections() -> Vec<people::CardSection> {
    vec![signups::card_section]
}

/// Every page with invented people and activities.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([public::samples(v)?, desk::samples(v)?, signups::samples(v)?, arrivals::samples(v)?].concat())
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House, rooms: Rooms) -> Result<(), Fault> {
    // What is broken in one does not stop the others.
    let all = [
        acts::jobs(house, ports(rooms)).await,
        signups::acts::jobs(house).await,
        arrivals::acts::jobs(house).await,
        parking::jobs(house).await,
        fair::jobs(house).await,
    ];
    all.into_iter().collect()
}
