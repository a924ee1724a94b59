//! Transfers, from both sides.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::schema::library_transfers as t;
use crate::transfers::rules::{State, Transfer};
use crate::{CopyId, TitleId, TransferId};

type When = (Ts, Option<Ts>, Option<Ts>);
type Row = (TransferId, StationId, StationId, TitleId, Option<CopyId>, i16, String, When);

macro_rules! columns {
    () => {
        (
            t::id,
            t::station_id,
            t::to_station,
            t::title_id,
            t::copy_id,
            t::state,
            t::why,
            (t::asked_at, t::sent_at, t::ended_at),
        )
    };
}

fn to_transfer((id, from, to, title, copy, state, why, (asked, sent, ended)): Row) -> Result<Transfer, Fault> {
    let state = State::of(state).ok_or_else(|| Fault::broken(format!("transfer {id} stands as none does")))?;
    let (asked_at, sent_at, ended_at) = (asked.0, sent.map(|at| at.0), ended.map(|at| at.0));
    Ok(Transfer { id, from, to, title, copy, state, why, asked_at, sent_at, ended_at })
}

fn all_of(rows: Vec<Row>) -> Result<Vec<Transfer>, Fault> {
    rows.into_iter().map(to_transfer).collect()
}

pub fn insert(c: &mut Conn, one: &Transfer) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(one.from), t::id.eq(one.id), t::title_id.eq(one.title), t::copy_id.eq(one.copy)),
        (t::to_station.eq(one.to), t::state.eq(one.state as i16), t::why.eq(&one.why)),
        (t::asked_at.eq(Ts(one.asked_at)), t::sent_at.eq(one.sent_at.map(Ts)), t::ended_at.eq(one.ended_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

pub fn set(c: &mut Conn, one: &Transfer) -> Result<(), Fault> {
    let set = (
        (t::copy_id.eq(one.copy), t::state.eq(one.state as i16), t::why.eq(&one.why)),
        (t::sent_at.eq(one.sent_at.map(Ts)), t::ended_at.eq(one.ended_at.map(Ts))),
    );
    on!(c, c => diesel::update(t::table.find((one.from, one.id))).set(set).execute(c))?;
    Ok(())
}

/// One of a station's own copies.
pub fn from_here(c: &mut Conn, station: StationId, id: TransferId) -> Result<Transfer, Fault> {
    to_transfer(on!(c, c => t::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// One that comes, or should come, to a station.
pub fn to_here(c: &mut Conn, station: StationId, id: TransferId) -> Result<Transfer, Fault> {
    to_transfer(on!(c, c => t::table
        .filter(t::to_station.eq(station).and(t::id.eq(id)))
        .select(columns!())
        .first::<Row>(c))?)
}

/// The same as [`from_here`], and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, from: StationId, id: TransferId) -> Result<Transfer, Fault> {
    hold!(c, t::table.find((from, id)).select(t::id))?;
    from_here(c, from, id)
}

/// Up to `most` of a station's own copies in one of these states, the newest first.
pub fn all_from(c: &mut Conn, station: StationId, states: &[State], most: i64) -> Result<Vec<Transfer>, Fault> {
    let states: Vec<i16> = states.iter().map(|state| *state as i16).collect();
    all_of(on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::state.eq_any(&states)))
        .order((t::asked_at.desc(), t::id.desc()))
        .limit(most)
        .select(columns!())
        .load::<Row>(c))?)
}

/// The same of what comes, or should come, to a station.
pub fn all_to(c: &mut Conn, station: StationId, states: &[State], most: i64) -> Result<Vec<Transfer>, Fault> {
    let states: Vec<i16> = states.iter().map(|state| *state as i16).collect();
    all_of(on!(c, c => t::table
        .filter(t::to_station.eq(station).and(t::state.eq_any(&states)))
        .order((t::asked_at.desc(), t::id.desc()))
        .limit(most)
        .select(columns!())
        .load::<Row>(c))?)
}

/// What a station has asked another for and got no answer to.
pub fn open_ask(c: &mut Conn, (from, to): (StationId, StationId), title: TitleId) -> Result<Option<TransferId>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(from).and(t::to_station.eq(to)).and(t::title_id.eq(title)))
        .filter(t::state.eq(State::Asked as i16))
        .order(t::id)
        .select(t::id)
        .first(c)
        .optional())?)
}
