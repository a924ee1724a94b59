//! Who offers it around here, the nearest first, and what is free there.
use jiff::{SignedDuration, Timestamp};

use super::rules::{Wish, first_start};
use crate::rules::{Name, Offering, Side, Sight, Slot, Span, Venue};
use crate::store::{self, Room};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use stations::{Around, Away, Origin, Station};

/// A room that is free when one wants to come.
#[derive(Debug, Clone)]
pub struct Place {
    pub station: Station,
    /// Kilometres as the crow flies, if it is known where both lie.
    pub km: Option<f64>,
    pub venue: Venue,
    pub offering: Offering,
    /// The first start that works.
    pub slot: Slot,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// One for each station with room, the nearest first.
    pub places: Vec<Place>,
    /// How many stations that offer it, the nearest, were looked at: enough is enough.
    pub looked_at: usize,
}

/// So many stations are read at once.
const AT_ONCE: usize = 12;
/// So many places are enough to choose from.
const ENOUGH: usize = 8;
/// Where everything is full, the search ends after so many stations.
const MOST: usize = 60;

/// Rooms for `wish` around `from`: what is near by is looked at first, and what is far away only while there is not enough.
pub fn find(c: &mut Conn, house: &House, from: Origin, wish: &Wish, now: Timestamp) -> Result<Found, Fault> {
    let mut around = Around::new(from, wish.within.into());
    let mut found = Found::default();
    while let Some(mut near) = around.farther(c)? {
        if !near.is_empty() {
            let offering = store::that_offer(c, &ids(&near), &wish.activity)?;
            near.retain(|away| offering.contains(&away.id));
        }
        for some in near.chunks(AT_ONCE) {
            found.looked_at += some.len();
            found.places.extend(free_at(c, house, some, wish, now)?);
            if found.places.len() >= ENOUGH || found.looked_at >= MOST {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

fn ids(all: &[Away]) -> Vec<StationId> {
    all.iter().map(|away| away.id).collect()
}

/// The first start at each of `some` stations, in their order.
fn free_at(c: &mut Conn, house: &House, some: &[Away], wish: &Wish, now: Timestamp) -> Result<Vec<Place>, Fault> {
    let stations = stations::by_ids(c, &ids(some))?;
    let Some(window) = window(&stations, wish, now) else { return Ok(vec![]) };
    let rooms = store::rooms(c, house, &stations, &wish.activity, &window, now)?;
    let place = |away: &Away| {
        let here = rooms.iter().filter(|room| room.station.id == away.id);
        let free = here.filter_map(|room| Some((room, start(room, wish, now)?)));
        let (room, slot) = free.min_by_key(|(_, slot)| slot.span.from)?;
        let (station, venue, offering) = (room.station.clone(), room.near.venue.clone(), room.offering.clone());
        Some(Place { station, km: away.km, venue, offering, slot })
    };
    Ok(some.iter().filter_map(place).collect())
}

fn start(room: &Room<'_>, wish: &Wish, now: Timestamp) -> Option<Slot> {
    let (zone, near) = (&room.station.zone, &room.near);
    let starts = wish.starts(zone, now)?;
    let taken = (near.open.as_slice(), near.claims.as_slice());
    // Nobody has said yet what they are: hours that are some people's first are not offered to all.
    let sight = Sight { now, side: Side::Oneself(None), priorities: &room.priorities };
    first_start(&room.offering, &near.atoms, taken, zone, (&starts, wish.minutes), &sight)
}

/// What has to be known of all these stations: from the first start to the end of a use that starts last.
fn window(stations: &[Station], wish: &Wish, now: Timestamp) -> Option<Span> {
    let mut all = stations.iter().filter_map(|s| wish.starts(&s.zone, now));
    let first = all.next()?;
    let hull = all.fold(first, |a, b| Span { from: a.from.min(b.from), until: a.until.max(b.until) });
    Some(Span { from: hull.from, until: hull.widened(SignedDuration::from_hours(24)).until })
}

/// Something that one can do around here: the word that programs search by, and what the nearest offering of it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    pub word: String,
    pub name: Name,
}

/// What the nearest stations around `from` offer, each activity once: at each station in the order in which it was made there.
pub fn activities(c: &mut Conn, from: Origin, within: i32) -> Result<Vec<Activity>, Fault> {
    let mut around = Around::new(from, within.into());
    let mut near: Vec<StationId> = vec![];
    while near.len() < AT_ONCE {
        match around.farther(c)? {
            Some(more) => near.extend(ids(&more)),
            None => break,
        }
    }
    near.truncate(AT_ONCE);
    let offered = store::offered(c, &near)?;
    let mut known: Vec<Activity> = vec![];
    for id in near {
        for (_, word, name) in offered.iter().filter(|(station, ..)| *station == id) {
            if known.iter().all(|a| a.word != *word) {
                known.push(Activity { word: word.clone(), name: name.clone() });
            }
        }
    }
    Ok(known)
}
