//! Drawing the places of a time: once it has closed, by itself or because somebody of staff presses; what was drawn stays.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::fill::held;
use super::record::record;
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::draws::{self, rules::Entry};
use crate::rules::Joining;
use crate::signups::answers;
use crate::signups::rules::{NoSignup, State};
use crate::signups::store::{self, Kept};

/// Draws now. Twice is once.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    id: OccurrenceId,
    staff: StaffId,
) -> Result<(), Not<NoSignup>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.write(move |c| keep(c, &h, &station, id, (now, By::Staff(staff.0)))).await
}

pub(super) fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: OccurrenceId,
    (now, by): (Timestamp, By),
) -> Result<(), Not<NoSignup>> {
    let known = held(c, house, station, id, now)?;
    let terms = known.terms();
    match () {
        () if terms.joining != Joining::Draw => return Err(NoSignup::JustCome.into()),
        () if known.drawn => return Ok(()),
        () if terms.called_off => return Err(NoSignup::CalledOff.into()),
        () if now < terms.closes_at => return Err(NoSignup::NotYet(terms.closes_at).into()),
        () => {}
    }
    let all = store::of_occurrence(c, station.id, id)?;
    let entered: Vec<&Kept> = all.iter().filter(|s| s.state == State::Entered && s.code.is_none()).collect();
    let entries = entered.iter().filter_map(|s| s.entry.map(|number| Entry { number, seats: s.seats })).collect();
    let seats = known.free().unwrap_or(i32::MAX);
    let drawn = draws::acts::drawn(c, house, (station, id), (seats, entries), (terms.closes_at, now))?;
    // Whoever was signed up by the desk after the closing time waits behind all who took part.
    let late: Vec<&Kept> = all.iter().filter(|s| s.state == State::Waiting).collect();
    for one in &drawn {
        let of = entered.iter().find(|s| s.entry == Some(one.number));
        let Some(signup) = of else { return Err(Fault::broken("a number was drawn that nobody has").into()) };
        let state = if one.got { State::In } else { State::Waiting };
        if one.got {
            if !store::reserve(c, station.id, id, signup.seats)? {
                return Err(Fault::broken("more was drawn than there was").into());
            }
        } else {
            let place = store::line_up(c, station.id, id)?;
            store::set_place(c, station.id, signup.id, place)?;
        }
        store::set_state(c, station.id, signup.id, (state, None))?;
        record(c, station, (now, by), (state, signup.id, id))?;
        let told = one.place.map_or(Told::Drawn, |place| Told::NotDrawn(place.into()));
        tell(c, house, station, (&known, signup), (told, now))?;
    }
    for signup in late {
        let place = store::line_up(c, station.id, id)?;
        store::set_place(c, station.id, signup.id, place)?;
    }
    event::record(c, station.id, now, by, "draw.drawn", &id.to_string(), &json!({ "entries": drawn.len() }))?;
    let known = answers::known(c, station, id)?;
    super::fill::fill(c, house, station, &known, now)?;
    Ok(())
}
