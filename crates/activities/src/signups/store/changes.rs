//! What changes of one signup.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::signups::SignupId;
use crate::signups::rules::State;
use crate::signups::schema::signups as u;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::{ChildId, PersonId};

/// How a signup stands from now on, and until when.
pub fn set_state(
    c: &mut Conn,
    station: StationId,
    id: SignupId,
    (state, lapses_at): (State, Option<Timestamp>),
) -> Result<(), Fault> {
    let set = (u::state.eq(state as i16), u::lapses_at.eq(lapses_at.map(Ts)));
    on!(c, c => diesel::update(u::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// It waits at the place that its number in a draw was.
pub fn leave_draw(c: &mut Conn, station: StationId, id: SignupId) -> Result<(), Fault> {
    let set = (u::state.eq(State::Waiting as i16), u::entry.eq(None::<i32>));
    on!(c, c => diesel::update(u::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// Its place on the list.
pub fn set_place(c: &mut Conn, station: StationId, id: SignupId, place: i32) -> Result<(), Fault> {
    on!(c, c => diesel::update(u::table.find((station, id))).set(u::place.eq(place)).execute(c))?;
    Ok(())
}

/// Another code, which holds until then.
pub fn set_code(
    c: &mut Conn,
    station: StationId,
    id: SignupId,
    (code, lapses_at): (Id, Timestamp),
) -> Result<(), Fault> {
    let set = (u::code_id.eq(Some(code)), u::lapses_at.eq(Some(Ts(lapses_at))));
    on!(c, c => diesel::update(u::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// The phone is proved: the signup is made, and lapses no more. Whoever was offered a place before now was not offered it in front
/// of them.
pub fn set_proved(c: &mut Conn, station: StationId, id: SignupId, now: Timestamp) -> Result<(), Fault> {
    let set = (u::code_id.eq(None::<Id>), u::lapses_at.eq(None::<Ts>), u::made_at.eq(Ts(now)));
    on!(c, c => diesel::update(u::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// They know of this start, and are reminded of it anew. What lapses does so before it.
pub fn set_knows(
    c: &mut Conn,
    station: StationId,
    id: SignupId,
    (starts_at, lapses_at): (Timestamp, Option<Timestamp>),
) -> Result<(), Fault> {
    let lapses_at = lapses_at.map(|at| Ts(at.min(starts_at)));
    let set = (u::starts_at.eq(Ts(starts_at)), u::lapses_at.eq(lapses_at), u::reminded.eq(false));
    on!(c, c => diesel::update(u::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// `false` if they were reminded before.
pub fn set_reminded(c: &mut Conn, station: StationId, id: SignupId) -> Result<bool, Fault> {
    let one = u::table.find((station, id)).filter(u::reminded.eq(false));
    Ok(on!(c, c => diesel::update(one).set(u::reminded.eq(true)).execute(c))? > 0)
}

pub fn set_came(c: &mut Conn, station: StationId, id: SignupId, people: i16) -> Result<(), Fault> {
    on!(c, c => diesel::update(u::table.find((station, id))).set(u::came.eq(people)).execute(c))?;
    Ok(())
}

/// `false` if they said it before.
pub fn set_mood_said(c: &mut Conn, station: StationId, id: SignupId) -> Result<bool, Fault> {
    let one = u::table.find((station, id)).filter(u::mood_said.eq(false));
    Ok(on!(c, c => diesel::update(one).set(u::mood_said.eq(true)).execute(c))? > 0)
}

/// Takes everybody out of a signup.
pub fn forget(c: &mut Conn, station: StationId, id: SignupId) -> Result<(), Fault> {
    let nobody = (
        (u::person_id.eq(None::<PersonId>), u::child_id.eq(None::<ChildId>), u::band.eq(None::<i16>)),
        (u::name_sealed.eq(None::<Vec<u8>>), u::code_id.eq(None::<Id>)),
    );
    on!(c, c => diesel::update(u::table.find((station, id))).set(nobody).execute(c))?;
    Ok(())
}
