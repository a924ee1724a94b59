//! Rooms, what they are made of, and what can be booked of them.
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use almanac::hours::Hours;
use diesel::prelude::*;

use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::rules::Offering;
use crate::schema::venues;
use crate::store::{self, Catalogue};

pub const CHECKS: &[Check] = &[
    Check { name: "every room belongs to a station that is there and to one of its owners", run: homeless },
    Check { name: "every room and what can be booked of it make sense", run: nonsense },
];

fn homeless(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let rooms: Vec<(i64, i32, i32)> = kernel::on!(c, c => venues::table
        .order((venues::station_id, venues::id))
        .select((venues::station_id, venues::id, venues::owner_id))
        .load(c))?;
    let mut owners: BTreeMap<i64, Vec<i32>> = BTreeMap::new();
    let mut wrong = vec![];
    for (station, room, owner) in rooms {
        let there = match owners.entry(station) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let all = stations::owners(c, StationId(station))?;
                new.insert(all.iter().map(|owner| owner.id).collect())
            }
        };
        if !there.contains(&owner) {
            wrong.push(format!("station {station}: room {room} belongs to owner {owner}, which is not there"));
        }
    }
    Ok(wrong)
}

fn nonsense(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let stations: Vec<StationId> = kernel::on!(c, c => venues::table
        .select(venues::station_id)
        .distinct()
        .order(venues::station_id)
        .load(c))?;
    let mut wrong = vec![];
    for station in stations {
        let said = match store::catalogue(c, station) {
            Ok(catalogue) => nonsense_of(&catalogue),
            Err(Fault::Broken(why)) => vec![format!("its rooms cannot be read: {why}")],
            Err(fault) => return Err(fault),
        };
        wrong.extend(said.into_iter().map(|said| format!("station {station}: {said}")));
    }
    Ok(wrong)
}

fn nonsense_of(catalogue: &Catalogue) -> Vec<String> {
    let mut wrong = vec![];
    for venue in &catalogue.venues {
        if let Some(problem) = venue.hours.as_ref().and_then(|hours| Hours::parse(hours).err()) {
            wrong.push(format!("the hours of room {}: {problem}", venue.id));
        }
    }
    for offering in &catalogue.offerings {
        let called = format!("offering {} (“{}”)", offering.id, offering.slug);
        if catalogue.venue(offering.venue).is_none() {
            wrong.push(format!("{called} is of room {}, which is not there", offering.venue));
        }
        if !has_its_atoms(catalogue, offering) {
            wrong.push(format!("{called} is made of atoms {:?}, which its room has not", offering.atoms));
        }
        wrong.extend(offering.policy.problems().first().map(|p| format!("the rules of {called}: {}", p.field)));
    }
    wrong
}

/// At least one, in order, each of its own room.
fn has_its_atoms(catalogue: &Catalogue, offering: &Offering) -> bool {
    let of_room = catalogue.atoms_of(offering.venue);
    let there = offering.atoms.iter().all(|id| of_room.iter().any(|a| a.id == *id));
    there && !offering.atoms.is_empty() && offering.atoms.is_sorted_by(|a, b| a < b)
}
