//! What a manager sets up at a door: the key of its keypad, the address of its lock.
use std::sync::Arc;

use super::record;
use crate::door::store::{self, DoorRow};
use crate::rules::VenueId;
use crate::store as rooms;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::StaffId;
use stations::Station;

/// The purpose under which keys of doors are sealed, and compared.
const KEY: &str = "door-key";

/// The key of a door, if it has one.
pub(super) fn key_of(house: &House, door: &DoorRow) -> Result<Option<String>, Fault> {
    door.key_sealed.as_ref().map(|sealed| house.keys.open(KEY, sealed).map_err(Fault::broken)).transpose()
}

/// Compared as keyed hashes: how long that takes says nothing of the key.
pub(super) fn is_key(house: &House, door: &DoorRow, shown: &str) -> Result<bool, Fault> {
    let hash = |text: &str| house.keys.lookup(KEY, text);
    Ok(key_of(house, door)?.is_some_and(|key| hash(&key) == hash(shown)))
}

/// Holds a venue that is there.
fn held(c: &mut Conn, station: &Station, venue: VenueId) -> Result<(), Fault> {
    rooms::venue_of(c, station.id, venue)?;
    rooms::hold(c, station.id, venue)
}

/// Gives a door a new key, which is shown this once. The old one is good no more. The same request sent again gets the same.
pub async fn new_key(
    house: &House,
    station: &Arc<Station>,
    venue: VenueId,
    staff: StaffId,
    once: Option<Once>,
) -> Result<String, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let sealed: Vec<u8> = only_once(c, station.id, once.as_ref(), now, |c| {
            held(c, &station, venue)?;
            let bytes: [u8; 20] = h.chance.bytes();
            let key: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            let sealed = h.keys.seal(KEY, &key, &h.chance);
            let old = store::door(c, station.id, venue)?.unwrap_or_default();
            let door = DoorRow { key_sealed: Some(sealed.clone()), ..old };
            store::keep_door(c, station.id, venue, &door, now)?;
            record(c, &station, (now, By::Staff(staff.0)), "door.key-made", (&venue.to_string(), venue))?;
            Ok::<_, Fault>(sealed)
        })?;
        h.keys.open(KEY, &sealed).map_err(Fault::broken)
    };
    house.db.write(work).await
}

/// Sets where the lock of a door is told; empty = nowhere. A lock that is new here knows no code: all are made anew.
pub async fn set_lock(
    house: &House,
    station: &Arc<Station>,
    venue: VenueId,
    url: String,
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, venue)?;
        let old = store::door(c, station.id, venue)?.unwrap_or_default();
        if old.lock_url == url {
            return Ok(());
        }
        if !url.is_empty() {
            store::delete_codes_of(c, station.id, venue)?;
        }
        store::keep_door(c, station.id, venue, &DoorRow { lock_url: url.clone(), ..old }, now)?;
        record(c, &station, (now, By::Staff(staff.0)), "door.lock-set", (&venue.to_string(), venue))
    };
    house.db.write(work).await
}
