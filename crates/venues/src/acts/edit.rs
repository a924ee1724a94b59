//! What a manager changes of venues and offerings.
use std::sync::Arc;

use crate::rules::{Atom, Offering, Refusal, Venue};
use crate::store;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Keeps an edited venue, unless somebody else has edited it since.
pub async fn edit_venue(
    house: &House,
    station: &Arc<Station>,
    venue: Venue,
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold(c, station.id, venue.id)?;
        if !store::update_venue(c, station.id, &venue)? {
            return Err(Refusal::ChangedMeanwhile.into());
        }
        let data = serde_json::json!({ "hours": venue.hours });
        event::record(c, station.id, now, By::Staff(staff.0), "venue.edited", &venue.id.to_string(), &data)?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}

/// Keeps an edited offering, unless somebody else has edited it since. Reservations that stand keep their rules.
pub async fn edit_offering(
    house: &House,
    station: &Arc<Station>,
    offering: Offering,
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold(c, station.id, offering.venue)?;
        if !store::update_offering(c, station.id, &offering)? {
            return Err(Refusal::ChangedMeanwhile.into());
        }
        let data = serde_json::json!({ "policy": offering.policy });
        event::record(c, station.id, now, By::Staff(staff.0), "offering.edited", &offering.id.to_string(), &data)?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}

/// Makes a venue with its atoms: for imports.
pub fn make_venue(c: &mut Conn, station: StationId, venue: &Venue, atoms: &[Atom]) -> Result<(), Fault> {
    store::insert_venue(c, station, venue)?;
    atoms.iter().try_for_each(|atom| store::insert_atom(c, station, atom))
}

/// Makes an offering of a venue's atoms: for imports.
pub fn make_offering(c: &mut Conn, station: StationId, offering: &Offering) -> Result<(), Fault> {
    store::insert_offering(c, station, offering)
}
