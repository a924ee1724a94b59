//! Several stations at once: the only reads of rooms that cross stations, for those who look for one near them. Whatever the
//! number of stations, each is one statement.
use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::Timestamp;

use crate::rules::{Atom, Claim, Layer, Name, Offering, Priority, Span, Venue};
use crate::schema::{atoms, offerings, venues};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use stations::Station;

use super::catalogue::{
    AtomRow, OfferingRow, VenueRow, offering_columns, to_atom, to_offering, to_venue, venue_columns,
};
use super::facts::{HoursIn, Nearby};
use super::{claims, facts, layers};

/// Those of `stations` that offer `activity`.
pub fn that_offer(c: &mut Conn, stations: &[StationId], activity: &str) -> Result<BTreeSet<StationId>, Fault> {
    let ids: Vec<StationId> = on!(c, c => offerings::table
        .filter(offerings::activity.eq(activity).and(offerings::station_id.eq_any(stations)))
        .select(offerings::station_id)
        .load(c))?;
    Ok(ids.into_iter().collect())
}

/// What is offered at `stations`: the activity, and what the first of its offerings there is called.
pub fn offered(c: &mut Conn, stations: &[StationId]) -> Result<Vec<(StationId, String, Name)>, Fault> {
    let rows: Vec<(StationId, String, String, String)> = on!(c, c => offerings::table
        .filter(offerings::station_id.eq_any(stations))
        .order((offerings::station_id, offerings::id))
        .select((offerings::station_id, offerings::activity, offerings::name_zh, offerings::name_en))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, activity, zh, en)| (station, activity, Name { zh, en })).collect())
}

/// An offering at one of several stations, and how its venue stands inside the window that was asked for. Of atoms and
/// claims, only those of the offering.
#[derive(Debug, Clone)]
pub struct Room<'s> {
    pub station: &'s Station,
    pub offering: Offering,
    pub near: Nearby,
    pub priorities: Vec<Priority>,
}

/// All offerings of `activity` at `stations`, in the order of stations and then of offerings.
pub fn rooms<'s>(
    c: &mut Conn,
    house: &House,
    stations: &'s [Station],
    activity: &str,
    window: &Span,
    now: Timestamp,
) -> Result<Vec<Room<'s>>, Fault> {
    let ids: Vec<StationId> = stations.iter().map(|s| s.id).collect();
    let found = Found::read(c, &ids, activity, window, now)?;
    let hours: Vec<HoursIn<'s>> = stations.iter().map(|station| HoursIn::new(house, station, window)).collect();
    let mut rooms = vec![];
    for (station, hours) in stations.iter().zip(&hours) {
        for offering in of(&found.offerings, station.id) {
            let near = found.near(station, offering, hours)?;
            let priorities = facts::priorities(house, station, &offering.policy, window)?;
            rooms.push(Room { station, offering: offering.clone(), near, priorities });
        }
    }
    Ok(rooms)
}

/// What belongs to `station` in rows of several.
fn of<T>(rows: &[(StationId, T)], station: StationId) -> impl Iterator<Item = &T> {
    rows.iter().filter(move |(id, _)| *id == station).map(|(_, row)| row)
}

/// Rows of several stations.
struct Found {
    offerings: Vec<(StationId, Offering)>,
    venues: Vec<(StationId, Venue)>,
    atoms: Vec<(StationId, Atom)>,
    layers: Vec<(StationId, Layer)>,
    claims: Vec<(StationId, Claim)>,
}

impl Found {
    fn read(c: &mut Conn, ids: &[StationId], activity: &str, window: &Span, now: Timestamp) -> Result<Found, Fault> {
        let offerings = offerings_at(c, ids, activity)?;
        // Numbers repeat from station to station: a few of them name all rooms that are meant, and hardly any other.
        let of_venues: BTreeSet<i32> = offerings.iter().map(|(_, o)| o.venue).collect();
        let of_atoms: BTreeSet<i32> = offerings.iter().flat_map(|(_, o)| o.atoms.iter().copied()).collect();
        let of_atoms: Vec<i32> = of_atoms.into_iter().collect();
        Ok(Found {
            venues: venues_at(c, ids, &of_venues.into_iter().collect::<Vec<_>>())?,
            atoms: atoms_at(c, ids, &of_atoms)?,
            layers: layers::layers_at(c, ids, window)?,
            claims: claims::claims_at(c, ids, &of_atoms, window, now)?,
            offerings,
        })
    }

    fn near(&self, station: &Station, offering: &Offering, hours: &HoursIn<'_>) -> Result<Nearby, Fault> {
        let missing = || Fault::broken("an offering of a venue that is not there; run `yizhan check`");
        let venue = of(&self.venues, station.id).find(|v| v.id == offering.venue).ok_or_else(missing)?.clone();
        let layers: Vec<Layer> = of(&self.layers, station.id).cloned().collect();
        let open = hours.open(&venue, &layers)?;
        let atoms = of(&self.atoms, station.id).filter(|a| offering.atoms.contains(&a.id)).cloned().collect();
        let mine = |claim: &&Claim| offering.atoms.contains(&claim.unit.atom);
        let claims = of(&self.claims, station.id).filter(mine).copied().collect();
        Ok(Nearby { venue, atoms, open, layers, claims })
    }
}

fn offerings_at(c: &mut Conn, ids: &[StationId], activity: &str) -> Result<Vec<(StationId, Offering)>, Fault> {
    let rows: Vec<(StationId, OfferingRow)> = on!(c, c => offerings::table
        .filter(offerings::activity.eq(activity).and(offerings::station_id.eq_any(ids)))
        .order((offerings::station_id, offerings::id))
        .select((offerings::station_id, offering_columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_offering(row)?))).collect()
}

fn venues_at(c: &mut Conn, ids: &[StationId], of: &[i32]) -> Result<Vec<(StationId, Venue)>, Fault> {
    let rows: Vec<(StationId, VenueRow)> = on!(c, c => venues::table
        .filter(venues::station_id.eq_any(ids).and(venues::id.eq_any(of)))
        .select((venues::station_id, venue_columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_venue(row)?))).collect()
}

fn atoms_at(c: &mut Conn, ids: &[StationId], of: &[i32]) -> Result<Vec<(StationId, Atom)>, Fault> {
    let rows: Vec<(StationId, AtomRow)> = on!(c, c => atoms::table
        .filter(atoms::station_id.eq_any(ids).and(atoms::id.eq_any(of)))
        .order((atoms::station_id, atoms::id))
        .select((atoms::station_id, (atoms::id, atoms::venue_id, atoms::name_zh, atoms::name_en, atoms::units)))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, row)| (station, to_atom(row))).collect())
}
