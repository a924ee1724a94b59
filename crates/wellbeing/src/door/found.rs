//! 我来时门没开: anybody presses it, without a name. All that is left is a quarter of an hour in which somebody did: no event, no kept
//! request, nothing of who it was.
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::view::Peer;
use serde_json::json;
use stations::Station;

use super::answers::promise;
use super::rules::{NotPromised, found_id, kind, quarter_start};
use crate::acts::day_of;
use crate::rules::door::Sign;

/// Whoever taps twice, or whose line broke, is counted once, so long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// So many presses are remembered.
const MOST: usize = 1_000;

/// Hashes of the keys of presses, in memory only: a row of the database would keep to the second what is told to the quarter.
#[derive(Default)]
struct Pressed(Mutex<VecDeque<(Timestamp, [u8; 32])>>);

impl Pressed {
    fn knows(&self, key: &[u8; 32], now: Timestamp) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while all.front().is_some_and(|(at, _)| *at + REMEMBERED < now) {
            all.pop_front();
        }
        all.iter().any(|(_, known)| known == key)
    }

    fn keep(&self, key: [u8; 32], now: Timestamp) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back((now, key));
    }
}

/// Somebody stood before the door, and it was closed. Counts once for each quarter of an hour, however many say so.
///
/// # Errors
/// [`NotPromised`] while nobody promised that it is open; `TooMany` from one address or at one station, or the database's.
pub async fn found_closed(
    house: &House,
    station: &Arc<Station>,
    (peer, key): (Peer, Option<&str>),
) -> Result<(), Not<NotPromised>> {
    let (now, pressed) = (house.now(), house.shelf::<Pressed>());
    let key = key.filter(|key| !key.is_empty());
    let key = key.map(|key| house.keys.lookup("door-press", &format!("{} {key}", station.id.0)));
    if key.is_some_and(|key| pressed.knows(&key, now)) {
        return Ok(());
    }
    let promise = promise(house, station, now)?;
    let Some((since, _)) = promise.now else {
        return Err(NotPromised { opens: promise.opens, zone: station.zone.clone() }.into());
    };
    // Per address, and per station: many addresses together do not flood it either.
    house.limits.count(Act::DoorPress, &house.keys.lookup("door-peer", &peer.0.to_string()))?;
    house.limits.count(Act::DoorPress, &house.keys.lookup("door", &station.id.0.to_string()))?;
    // A promise that begins within a quarter is not broken before it begins.
    let at = quarter_start(now).map_err(Fault::broken)?.max(since);
    let (id, on, station) = (found_id(now), day_of(station, at), station.id);
    let work = move |c: &mut Conn| fact::record_once(c, station, id, kind(Sign::FoundClosed), (on, at), &json!({}));
    house.db.write(work).await?;
    if let Some(key) = key {
        pressed.keep(key, now);
    }
    Ok(())
}
