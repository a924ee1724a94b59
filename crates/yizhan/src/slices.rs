//! The slices, joined. No other module of the program names them all.
use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::Migration;
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
    ]
}

pub fn texts() -> Vec<Texts> {
    let slices = [people::texts(), stations::texts(), venues::texts(), errands::texts(), activities::texts()].concat();
    [vec![kernel::TEXTS], slices, vec![TEXTS]].concat()
}

/// What all slices hold about residents: told to them, and forgotten when they say so.
pub fn holdings() -> Vec<people::Holding> {
    [venues::holdings(), errands::holdings(), activities::holdings()].concat()
}

/// Every invariant that `yizhan check` knows.
pub fn checks() -> Vec<Check> {
    let slices = [venues::checks(), errands::checks(), activities::checks()].concat();
    [kernel::check::CHECKS, &people::checks(), stations::CHECKS, &slices].concat()
}

/// The pages of all slices.
pub fn pages() -> Router<House> {
    let holdings = holdings().into();
    let mine = [venues::mine_sections(), errands::mine_sections(), activities::mine_sections()].concat();
    let people = people::Parts {
        mine,
        card: activities::card_sections(),
        place: stations::place_of,
        desk: stations::desk_of,
        holdings,
    };
    let tabs = [errands::desk_tabs(), venues::desk_tabs(), activities::desk_tabs(), stations::TABS.to_vec()].concat();
    let whats_on = |house, v, station| activities::home(venues::ROOMS, house, v, station);
    let home = [venues::home_sections(), errands::home_sections(), activities::home_sections(whats_on)].concat();
    let parts = stations::Parts::new(home, tabs)
        .with_hints(vec![errands::hint, venues::waiting_hint])
        .with_ways(vec![venues::near::WAY])
        .with_leaves(vec![errands::MEASURE]);
    let activities_today: stations::WhatIsOn =
        |house, v, station| activities::on_today(venues::ROOMS, house, v, station);
    let on_today = vec![activities_today, venues::on_today];
    Router::new()
        .merge(people::routes(people))
        .merge(stations::routes())
        .merge(venues::routes())
        .merge(errands::routes())
        .merge(activities::routes(venues::ROOMS))
        .layer(Extension(parts))
        .layer(Extension(errands::OnTheScreen(on_today.into())))
        .layer(Extension(to_call()))
}

/// Whom clerks call although no slice but theirs knows of it.
fn to_call() -> errands::OnTheCallList {
    let all: [stations::WhomToCall; 1] = [activities::to_call];
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
        .extension(to_call())
}

/// The periodic work of all slices.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    people::jobs(house, &holdings().into()).await?;
    stations::jobs(house).await?;
    venues::jobs(house).await?;
    errands::jobs(house).await?;
    activities::jobs(house, venues::ROOMS).await
}
