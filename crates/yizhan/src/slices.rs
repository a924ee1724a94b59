//! The slices, joined. No other module of the program names them all.
use std::sync::Arc;

use axum::{Extension, Router};
use kernel::check::Check;
use kernel::db::Migration;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::Place;
use kernel::view::View;
use kernel::words::Texts;
use people::{StaffId, Wanted};
use stations::Station;
use utoipa_axum::router::OpenApiRouter;

/// What the commands and the demo say in pages of their own.
const TEXTS: Texts = kernel::texts!();

pub fn migrations() -> Vec<&'static [Migration]> {
    vec![kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, venues::MIGRATIONS]
}

pub fn texts() -> Vec<Texts> {
    vec![kernel::TEXTS, people::TEXTS, stations::TEXTS, venues::TEXTS, venues::DESK_TEXTS, TEXTS]
}

/// Every invariant that `yizhan check` knows.
pub fn checks() -> Vec<Check> {
    [kernel::check::CHECKS, venues::checks()].concat()
}

/// The pages of all slices.
pub fn pages() -> Router<House> {
    let people = people::Parts { mine: vec![venues::mine_section()], place, desk };
    let tabs = venues::desk_tabs().into_iter().chain(stations::TABS).collect();
    let parts = stations::Parts::new(vec![venues::home_section()], tabs);
    Router::new()
        .merge(people::routes(people))
        .merge(stations::routes())
        .merge(venues::routes())
        .layer(Extension(parts))
}

/// The JSON API of all slices, relative to `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    OpenApiRouter::new().merge(people::api()).merge(stations::api()).merge(venues::api())
}

/// The periodic work of all slices.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    people::jobs(house).await?;
    stations::jobs(house).await?;
    venues::jobs(house).await
}

/// The station that somebody signs in for: the one they say, the one whose page they want, the one at `/`.
fn place(house: House, v: View, wanted: Wanted) -> kernel::BoxFuture<'static, Result<(StationId, Option<Place>), Fault>> {
    Box::pin(async move {
        let of_page = wanted.then.strip_prefix("/s/").and_then(|rest| rest.split(['/', '?', '#']).next());
        let station = match (wanted.station, of_page.or(house.settings.root_station.as_deref())) {
            (Some(id), _) => house.db.read(move |c| stations::by_id(c, id)).await.map(Arc::new),
            (None, Some(slug)) => stations::station(&house, slug).await,
            (None, None) => Err(Fault::NotFound),
        };
        match station {
            Ok(station) => Ok((station.id, Some(station.place(&v)))),
            Err(Fault::NotFound) => Ok((StationId(0), None)),
            Err(fault) => Err(fault),
        }
    })
}

/// A member of staff begins at the desk of the first station where they work.
fn desk(house: House, staff: StaffId) -> kernel::BoxFuture<'static, Result<String, Fault>> {
    Box::pin(async move {
        let first = house.db.read(move |c| {
            let Some((id, _)) = people::stations_of(c, staff)?.into_iter().next() else { return Ok(None) };
            stations::by_id(c, id).map(Some)
        });
        Ok(first.await?.map_or_else(|| "/".to_owned(), |station: Station| station.path("/desk")))
    })
}
