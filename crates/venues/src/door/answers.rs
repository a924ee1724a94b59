//! What pages at a door show. Reads only.
use jiff::Timestamp;

use super::rules::AHEAD;
use super::store;
use crate::answers::{self, FreeNow, Receipt};
use crate::rules::{State, Venue};
use crate::store as rooms;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// A room, as whoever stands before it sees it.
#[derive(Debug, Clone)]
pub struct AtDoor {
    pub venue: Venue,
    /// What one can have there now.
    pub free: Vec<FreeNow>,
    /// What they have there around now, if they are known.
    pub mine: Option<Receipt>,
}

pub fn at_door(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (slug, person): (&str, Option<PersonId>),
    now: Timestamp,
) -> Result<AtDoor, Fault> {
    let venue = venue(c, station, slug)?;
    let mut free = answers::overview(c, house, station, now)?;
    free.retain(|f| f.venue.id == venue.id);
    let mine = match person {
        Some(person) => mine(c, station, (&venue, person), now)?,
        None => None,
    };
    Ok(AtDoor { venue, free, mine })
}

/// The venue that an address names.
pub fn venue(c: &mut Conn, station: &Station, slug: &str) -> Result<Venue, Fault> {
    let catalogue = rooms::catalogue(c, station.id)?;
    catalogue.venues.into_iter().find(|v| v.slug == slug).ok_or(Fault::NotFound)
}

/// What runs or comes next; what was let go, if there is nothing else.
fn mine(
    c: &mut Conn,
    station: &Station,
    (venue, person): (&Venue, PersonId),
    now: Timestamp,
) -> Result<Option<Receipt>, Fault> {
    let mut all = store::around_now(c, station.id, venue.id, (now, AHEAD))?;
    all.retain(|r| r.person == Some(person));
    let rank = |state| match state {
        State::Confirmed => Some(0),
        State::CheckedIn => Some(1),
        State::Released => Some(2),
        _ => None,
    };
    let ranked = all.into_iter().filter_map(|r| Some((rank(r.state_at(now))?, r)));
    // Whoever is inside and has a later hour too is inside, until that one is near.
    let near = |r: &crate::store::Reservation| crate::rules::may_check_in(now, &r.span);
    let chosen = ranked.min_by_key(|(rank, r)| (*rank == 0 && !near(r), *rank == 2, *rank, r.span.from));
    let found = chosen.map(|(_, r)| r).into_iter().collect();
    Ok(answers::receipts(c, station, found, now)?.pop())
}

/// What a manager sees of a door.
#[derive(Debug, Clone)]
pub struct Managed {
    pub venue: Venue,
    pub has_key: bool,
    pub lock_url: String,
}

pub fn managed(c: &mut Conn, station: &Station, id: i32) -> Result<Managed, Fault> {
    let (venue, _) = rooms::venue_of(c, station.id, id)?;
    let door = store::door(c, station.id, id)?.unwrap_or_default();
    Ok(Managed { venue, has_key: door.key_sealed.is_some(), lock_url: door.lock_url })
}
