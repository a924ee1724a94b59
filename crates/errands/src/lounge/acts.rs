//! Counting seats, and saying how many there are.
use std::sync::Arc;

use serde_json::json;

use super::rules::{self, Lounge, MOST_SEATS, Seats, Tap};
use super::store;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::StaffId;
use stations::Station;

/// Somebody has looked at the seats. A tap that is sent twice counts once.
pub async fn look(
    house: &House,
    station: &Arc<Station>,
    (tap, staff): (Tap, StaffId),
    once: Option<Once>,
) -> Result<Seats, Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let lounge = store::held(c, station.id)?.ok_or(Fault::NotFound)?;
            let seen = Lounge { taken: tap.taken(&lounge), seen_at: now, ..lounge };
            store::set(c, station.id, &seen)?;
            let data = json!({ "taken": seen.taken, "of": seen.seats });
            event::record(c, station.id, now, By::Staff(staff.0), "lounge.counted", "", &data).map(|_| ())
        })?;
        let lounge = store::lounge(c, station.id)?.ok_or(Fault::NotFound)?;
        Ok(rules::seats(now, &lounge))
    };
    house.db.write(work).await
}

/// How many seats there are from now on; none = the station has no lounge. Managers only. Returns what is known of them.
pub async fn furnish(
    house: &House,
    station: &Arc<Station>,
    (seats, staff): (i32, StaffId),
    once: Option<Once>,
) -> Result<Option<Seats>, Fault> {
    let (station, now) = (station.clone(), house.now());
    let seats = seats.clamp(0, MOST_SEATS);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let old = store::held(c, station.id)?;
            match (seats, old) {
                (0, _) => store::remove(c, station.id)?,
                (_, Some(old)) => store::set(c, station.id, &Lounge { seats, taken: old.taken.min(seats), ..old })?,
                // Nobody sits on a seat that has just been put there.
                (_, None) => store::set(c, station.id, &Lounge { seats, taken: 0, seen_at: now })?,
            }
            let data = json!({ "seats": seats });
            event::record(c, station.id, now, By::Staff(staff.0), "lounge.furnished", "", &data).map(|_| ())
        })?;
        Ok(store::lounge(c, station.id)?.map(|lounge| rules::seats(now, &lounge)))
    };
    house.db.write(work).await
}

/// A lounge that is there from the first, counted by whoever loads it.
pub fn found(c: &mut Conn, station: StationId, lounge: &Lounge) -> Result<(), Fault> {
    store::set(c, station, lounge)
}
