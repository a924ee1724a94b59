//! What signing in asks about stations: which one somebody comes for, and where their desk is. The program hands these to
//! `people::Parts`, which knows no stations.
use kernel::BoxFuture;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::Place;
use kernel::view::View;
use people::{StaffId, Wanted};

use crate::memory;
use crate::store;

/// The station that somebody signs in for ([`people::PlaceOf`]): the one of the page they are going to, else the one they
/// name, else the one that owns this address, else none (`StationId(0)`).
pub fn place_of(
    house: House,
    v: View,
    wanted: Wanted,
) -> BoxFuture<'static, Result<(StationId, Option<Place>), Fault>> {
    Box::pin(async move {
        let slug = match slug_in(&wanted.then) {
            Some(slug) => Some(slug.to_owned()),
            None => named(&house, wanted.station).await?.or_else(|| house.settings.root_station.clone()),
        };
        let Some(slug) = slug else { return Ok((StationId(0), None)) };
        match memory::station(&house, &slug).await {
            Ok(station) => Ok((station.id, Some(station.place(&v)))),
            Err(Fault::NotFound) => Ok((StationId(0), None)),
            Err(fault) => Err(fault),
        }
    })
}

/// `sanhe` in `/s/sanhe/venues?on=…`.
fn slug_in(path: &str) -> Option<&str> {
    path.strip_prefix("/s/")?.split(['/', '?', '#']).next().filter(|slug| !slug.is_empty())
}

async fn named(house: &House, station: Option<StationId>) -> Result<Option<String>, Fault> {
    let Some(id) = station.filter(|id| id.0 > 0) else { return Ok(None) };
    match house.db.read(move |c| store::stations::by_id(c, id)).await {
        Ok(station) => Ok(Some(station.slug)),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Where a member of staff begins the day ([`people::DeskOf`]): at the first station where they have a role.
pub fn desk_of(house: House, staff: StaffId) -> BoxFuture<'static, Result<String, Fault>> {
    Box::pin(async move {
        let found = house.db.read(move |c| {
            let first = people::stations_of(c, staff)?.into_iter().next();
            first.map(|(id, _)| store::stations::by_id(c, id)).transpose()
        });
        Ok(found.await?.map_or_else(|| "/".to_owned(), |station| station.path("/desk")))
    })
}
