//! What is known of turns, and what tickets were told.
use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::schema::{ticket_forecasts as f, waiting_knowledge as w};
use crate::TicketId;
use crate::forecast::{Band, Durations, Forecast};
use crate::rules::{LineId, MatterId};
use crate::schema::{line_days as d, ticket_matters as x, tickets as t};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

/// What a station has learnt; nothing yet, if it has not.
pub fn knowledge(c: &mut Conn, station: StationId) -> Result<(Durations, Band), Fault> {
    let row: Option<(Json, Json)> =
        on!(c, c => w::table.find(station).select((w::durations, w::band)).first(c).optional())?;
    row.map_or_else(|| Ok(Default::default()), |(durations, band)| Ok((durations.read()?, band.read()?)))
}

/// The same, and nobody else learns for the station until the transaction ends.
pub fn knowledge_held(c: &mut Conn, station: StationId, now: Timestamp) -> Result<(Durations, Band), Fault> {
    let first = (
        (w::station_id.eq(station), w::durations.eq(Json::of(&Durations::default())?)),
        (w::band.eq(Json::of(&Band::default())?), w::learnt_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(w::table).values(first).on_conflict_do_nothing().execute(c))?;
    hold_rows!(c, w::table.find(station).select(w::station_id))?;
    knowledge(c, station)
}

pub fn keep_knowledge(
    c: &mut Conn,
    station: StationId,
    (durations, band): (&Durations, &Band),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = diesel::update(w::table.find(station));
    let new = (w::durations.eq(Json::of(durations)?), w::band.eq(Json::of(band)?), w::learnt_at.eq(Ts(now)));
    on!(c, c => row.set(new).execute(c))?;
    Ok(())
}

/// Keeps what a ticket was told first; later forecasts are shown and not kept.
pub fn told(c: &mut Conn, station: StationId, id: TicketId, forecast: &Forecast, now: Timestamp) -> Result<(), Fault> {
    let row = (
        (f::station_id.eq(station), f::ticket_id.eq(id), f::told_at.eq(Ts(now))),
        (f::told.eq(Json::of(forecast)?), f::learnt.eq(false)),
    );
    on!(c, c => diesel::insert_into(f::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// What the tickets of a day were told.
pub fn told_on(c: &mut Conn, station: StationId, day: Date) -> Result<BTreeMap<TicketId, Forecast>, Fault> {
    let rows: Vec<(TicketId, Json)> = on!(c, c => f::table
        .inner_join(t::table.on(t::station_id.eq(f::station_id).and(t::id.eq(f::ticket_id))))
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))).and(t::state.lt(Lit::<8>)))
        .select((f::ticket_id, f::told))
        .load(c))?;
    rows.into_iter().map(|(id, told)| Ok((id, told.read()?))).collect()
}

/// Up to `most` tickets of all stations that ended before `at` and that nobody has learnt from, with what they were told.
pub fn to_learn(c: &mut Conn, at: Timestamp, most: i64) -> Result<Vec<(StationId, TicketId, Forecast)>, Fault> {
    let rows: Vec<(StationId, TicketId, Json)> = on!(c, c => f::table
        .inner_join(t::table.on(t::station_id.eq(f::station_id).and(t::id.eq(f::ticket_id))))
        .filter(f::learnt.eq(false).and(t::state.ge(Lit::<8>)).and(t::since.le(Ts(at))))
        .order((f::station_id, f::ticket_id))
        .limit(most)
        .select((f::station_id, f::ticket_id, f::told))
        .load(c))?;
    rows.into_iter().map(|(station, id, told)| Ok((station, id, told.read()?))).collect()
}

pub fn mark_learnt(c: &mut Conn, station: StationId, id: TicketId) -> Result<(), Fault> {
    on!(c, c => diesel::update(f::table.find((station, id))).set(f::learnt.eq(true)).execute(c))?;
    Ok(())
}

/// What the standing tickets of a day are for.
pub fn for_what(c: &mut Conn, station: StationId, day: Date) -> Result<BTreeMap<TicketId, Vec<MatterId>>, Fault> {
    let rows: Vec<(TicketId, MatterId)> = on!(c, c => x::table
        .inner_join(t::table.on(t::station_id.eq(x::station_id).and(t::id.eq(x::ticket_id))))
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))).and(t::state.lt(Lit::<8>)))
        .select((x::ticket_id, x::matter_id))
        .load(c))?;
    let mut all: BTreeMap<TicketId, Vec<MatterId>> = BTreeMap::new();
    for (ticket, matter) in rows {
        all.entry(ticket).or_default().push(matter);
    }
    Ok(all)
}

/// How many with priority were called in a row, per line.
pub fn favoured(c: &mut Conn, station: StationId, day: Date) -> Result<BTreeMap<LineId, i16>, Fault> {
    let rows: Vec<(LineId, i16)> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::on_day.eq(On(day))))
        .select((d::line_id, d::favoured))
        .load(c))?;
    Ok(rows.into_iter().collect())
}
