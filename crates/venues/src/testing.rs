//! Small towns for tests and benches.
use jiff::Timestamp;

use crate::acts;
use crate::rules::{Atom, Key, Kind, Mode, Name, Offering, Policy, Takes, Venue};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use stations::Station;

/// How every path takes a unit's time, for benches that compare with a bare loop.
pub use crate::store::take_cells;
pub use stations::testing::made_station;

/// A station with so many rooms, `room-1` and so on, each of which one group takes as a whole.
pub fn made_town(c: &mut Conn, rooms: i32, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    for n in 1..=rooms {
        let slug = format!("room-{n}");
        make_room(c, station.id, (n, &slug), &[n], &[(n, &slug, Mode::AnyOne)])?;
    }
    Ok(station)
}

/// A room of the atoms `atoms` and what can be booked of it. Nobody's quota counts.
pub fn make_room(
    c: &mut Conn,
    station: StationId,
    (id, slug): (i32, &str),
    atoms: &[i32],
    offerings: &[(i32, &str, Mode)],
) -> Result<(), Fault> {
    let name = Name { zh: slug.to_owned(), en: String::new() };
    let venue = Venue {
        id,
        slug: slug.to_owned(),
        name: name.clone(),
        kind: Kind::Hall,
        owner: 1,
        hours: None,
        note: Name::default(),
        key: Key::Open,
        place_in_list: id,
        version: 1,
    };
    let of_one = |atom: &i32| Atom { id: *atom, venue: id, name: Name::default(), units: 1 };
    acts::make_venue(c, station, &venue, &atoms.iter().map(of_one).collect::<Vec<_>>())?;
    for (offering, slug, mode) in offerings {
        let offering = Offering {
            id: *offering,
            venue: id,
            slug: (*slug).to_owned(),
            name: name.clone(),
            activity: (*slug).to_owned(),
            mode: *mode,
            takes: Takes::Whole,
            atoms: atoms.to_vec(),
            policy: Policy { per_day: None, per_week: None, ..Policy::default() },
            version: 1,
        };
        acts::make_offering(c, station, &offering)?;
    }
    Ok(())
}
