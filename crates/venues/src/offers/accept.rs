//! A yes to an offer: what was kept is theirs, or, where a manager has to agree, is asked for.
use jiff::Timestamp;

use super::fill::fill;
use super::store as own;
use crate::rules::{Refusal, State};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// Confirms the kept reservation `old` of a held venue. Saying yes twice is fine.
pub fn accept(
    c: &mut Conn,
    house: &House,
    station: &Station,
    old: &Reservation,
    (now, by): (Timestamp, By),
) -> Result<State, Not<Refusal>> {
    let offer = own::offer_of(c, station.id, old.id)?.ok_or(Fault::NotFound)?;
    let state = old.state_at(now);
    let answered = matches!(state, State::Confirmed | State::CheckedIn) || state == State::Held && old.awaits;
    if answered {
        return Ok(state);
    }
    let old = Reservation { awaits: offer.asks, ..old.clone() };
    let (state, lapses_at) = old.standing(0).proven(now)?;
    store::set_state(c, station.id, &old, (state, lapses_at), now)?;
    own::reminded(c, station.id, old.id)?;
    let data = serde_json::json!({ "venue": old.venue });
    event::record(c, station.id, now, by, "reservation.accepted", &old.id.to_string(), &data)?;
    fill(c, house, station, old.venue, now)?;
    Ok(state)
}
