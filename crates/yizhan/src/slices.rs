//! The slices, joined. No other module of the program names them all.
use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::types::StationId;
use kernel::db::{Conn, Migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::words::Texts;

/// What the commands and the demo say in pages of their own.
const TEXTS: Texts = kernel::texts!();

pub fn migrations() -> Vec<&'static [Migration]> {
    vec![
        kernel::MIGRATIONS,
        people::MIGRATIONS,
        stations::MIGRATIONS,
        venues::MIGRATIONS,
        errands::MIGRATIONS,
        activities::MIGRATIONS,
        bulletin::MIGRATIONS,
        opinions::MIGRATIONS,
        library::MIGRATIONS,
        wishes::MIGRATIONS,
        wellbeing::MIGRATIONS,
        open::MIGRATIONS,
    ]
}

pub fn texts() -> Vec<Texts> {
    let below = [people::texts(), stations::texts()].concat();
    let slices =
        [venues::texts(), errands::texts(), activities::texts(), bulletin::texts(), opinions::texts()].concat();
    let slices = [slices, library::texts(), wishes::texts(), wellbeing::texts()].concat();
    [vec![kernel::TEXTS], below, slices, open::texts(), vec![TEXTS]].concat()
}

/// What all slices hold about residents: told to them, and forgotten when they say so.
pub fn holdings() -> Vec<people::Holding> {
    let here = [venues::holdings(), errands::holdings(), activities::holdings(), opinions::holdings()].concat();
    [here, library::holdings(), wishes::holdings()].concat()
}

/// Every invariant that `yizhan check` knows.
pub fn checks() -> Vec<Check> {
    let slices = [venues::checks(), errands::checks(), activities::checks(), bulletin::checks(), opinions::checks()];
    let slices = [slices.concat(), library::checks(), wishes::checks(), wellbeing::checks()];
    [kernel::check::CHECKS, &people::checks(), stations::CHECKS, &slices.concat(), &open::checks()].concat()
}

/// The pages of all slices.
pub fn pages() -> Router<House> {
    let holdings = holdings().into();
    let mine = [venues::mine_sections(), errands::mine_sections(), activities::mine_sections()].concat();
    let mine = [mine, library::mine_sections(), wishes::mine_sections()].concat();
    let people = people::Parts {
        mine,
        card: [activities::card_sections(), library::card_sections()].concat(),
        place: stations::place_of,
        desk: stations::desk_of,
        holdings,
    };
    let tabs = [errands::desk_tabs(), venues::desk_tabs(), activities::desk_tabs(), bulletin::desk_tabs()].concat();
    let tabs = [tabs, library::desk_tabs(), wishes::desk_tabs(), wellbeing::desk_tabs()].concat();
    let tabs = [tabs, opinions::desk_tabs(), stations::TABS.to_vec(), open::desk_tabs()].concat();
    let whats_on = |house, v, station| activities::home(venues::ROOMS, house, v, station);
    let home = [venues::home_sections(), errands::home_sections(), activities::home_sections(whats_on)].concat();
    let home = [home, bulletin::home_sections(), opinions::home_sections()].concat();
    let home = [home, library::home_sections(), wishes::home_sections(), wellbeing::home_sections()].concat();
    let parts = stations::Parts::new(home, tabs)
        .with_hints(vec![errands::hint, venues::waiting_hint])
        .with_ways(vec![venues::near::WAY])
        .with_areas(vec![wellbeing::OF_AREA])
        .with_leaves([vec![errands::MEASURE], wellbeing::leaves()].concat());
    let activities_today: stations::WhatIsOn =
        |house, v, station| activities::on_today(venues::ROOMS, house, v, station);
    let on_today = vec![activities_today, venues::on_today, library::ON_TODAY, wishes::ON_TODAY];
    Router::new()
        .merge(people::routes(people))
        .merge(stations::routes())
        .merge(venues::routes())
        .merge(errands::routes())
        .merge(activities::routes(venues::ROOMS))
        .merge(bulletin::routes())
        .merge(opinions::routes(OF_OPINIONS))
        .merge(library::routes(OF_LIBRARY))
        .merge(wishes::routes())
        .merge(wellbeing::routes(OF_WELLBEING))
        .merge(open::routes(OF_OPINIONS))
        .layer(Extension(parts))
        .layer(Extension(errands::OnTheScreen(on_today.into())))
        .layer(Extension(errands::AtTheMachine(AT_THE_MACHINE.into())))
        .layer(Extension(to_call()))
}

/// What the machine in the hall offers besides tickets.
const AT_THE_MACHINE: [stations::Leaf; 3] =
    [opinions::AT_THE_MACHINE, library::AT_THE_MACHINE, wellbeing::AT_THE_MACHINE];

/// What opinions are handed: who serves at a station, and at which desk, so that nobody handles what is about them.
pub const OF_OPINIONS: opinions::Ports = opinions::Ports { officials };

fn officials(c: &mut Conn, station: StationId) -> Result<Vec<opinions::Official>, Fault> {
    let official = |one: errands::answers::Official| opinions::Official {
        staff: one.staff,
        name: one.name,
        title_zh: one.title.zh,
        title_en: one.title.en,
        desk: one.desk.map(|desk| format!("{desk}号窗口")),
    };
    Ok(errands::answers::who_serves(c, station)?.into_iter().map(official).collect())
}

/// What the reading room is handed: whether somebody stands at the machine in the hall.
pub const OF_LIBRARY: library::Ports = library::Ports { at_kiosk: errands::at_kiosk };

/// What the ballot is handed: the same.
pub const OF_WELLBEING: wellbeing::Ports = wellbeing::Ports { at_kiosk: errands::at_kiosk };

/// Whom clerks call although no slice but theirs knows of it.
fn to_call() -> errands::OnTheCallList {
    let all: [stations::WhomToCall; 3] = [activities::to_call, library::lending::to_call, wishes::to_call];
    errands::OnTheCallList(all.into())
}

/// The JSON API of all slices, relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .merge(people::api(holdings()))
        .merge(stations::api())
        .merge(venues::api())
        .merge(errands::api())
        .merge(activities::api(venues::ROOMS))
        .merge(bulletin::api())
        .merge(opinions::api(OF_OPINIONS))
        .merge(library::api(OF_LIBRARY))
        .merge(wishes::api())
        .merge(wellbeing::api(OF_WELLBEING))
        .merge(open::api())
        .extension(to_call())
}

/// The periodic work of all slices.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    // What is broken in one does not stop the others.
    let all = [
        people::jobs(house, &holdings().into()).await,
        stations::jobs(house).await,
        venues::jobs(house).await,
        errands::jobs(house).await,
        activities::jobs(house, venues::ROOMS).await,
        bulletin::jobs(house).await,
        opinions::jobs(house, OF_OPINIONS).await,
        library::jobs(house).await,
        wishes::jobs(house).await,
        wellbeing::jobs(house).await,
        open::jobs(house).await,
    ];
    all.into_iter().collect()
}
