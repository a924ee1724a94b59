//! Digits that somebody typed at a keypad.
use std::sync::Arc;

use super::doors::is_key;
use crate::acts as rooms_acts;
use crate::door::answers;
use crate::door::rules::{self, Door};
use crate::door::store;
use crate::rules::State;
use crate::store as rooms;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// Whether the door of the venue with this slug opens for `digits`; whoever comes in is checked in. The keypad shows its key:
/// without it, or where no door has one, nothing is told. Wrong codes are counted, and after some the keypad has to wait.
pub async fn enter(
    house: &House,
    station: &Arc<Station>,
    (venue, key): (String, String),
    digits: String,
) -> Result<Door, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let venue = answers::venue(c, &station, &venue)?;
        rooms::hold(c, station.id, venue.id)?;
        let door = store::door(c, station.id, venue.id)?.unwrap_or_default();
        if !is_key(&h, &door, &key)? {
            return Err(Fault::SignInFirst);
        }
        if let Some(wait) = door.guesses.pause(now) {
            return Err(Fault::TooMany { seconds: wait.as_secs().unsigned_abs().max(1) });
        }
        let hash = store::digits_hash(&h, station.id, venue.id, &digits);
        let Some(id) = store::by_hash(c, station.id, venue.id, &hash)? else {
            // A wrong try must stay counted: the unit succeeds and says that the door stays shut.
            store::set_guesses(c, station.id, venue.id, door.guesses.after_a_wrong_one(now))?;
            return Ok(Door::Stays);
        };
        let r = rooms::by_id(c, station.id, id)?;
        let comes = rules::enter(now, r.state_at(now), &r.span);
        if let Door::Opens { .. } = comes {
            // A code that opens nothing now ends no row: whoever has one for another day could go on guessing for ever.
            store::set_guesses(c, station.id, venue.id, rules::Guesses::default())?;
        }
        if let (Door::Opens { .. }, State::Confirmed) = (comes, r.state_at(now)) {
            match rooms_acts::arrive(c, &station, &r, (now, By::Resident)) {
                Ok(()) => {}
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => return Err(Fault::broken(format!("a door that opened: {refusal:?}"))),
            }
        }
        Ok(comes)
    };
    house.db.write(work).await
}
