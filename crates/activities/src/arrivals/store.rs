//! All queries of the group.
use diesel::prelude::*;
use jiff::Timestamp;

use super::TapId;
use super::rules::{How, Mood, Tap};
use super::schema::{activity_moods as m, arrival_taps as t, attendances as a};
use crate::OccurrenceId;
use crate::rules::{Joining, State};
use crate::schema::{activity_series as s, occurrences as o};
use crate::signups::SignupId;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use uuid::Uuid;

/// Keeps a tap; `false` if it is there already.
pub fn keep(
    c: &mut Conn,
    (station, occurrence): (StationId, OccurrenceId),
    tap: &Tap,
    now: Timestamp,
) -> Result<bool, Fault> {
    let row = (
        (t::station_id.eq(station), t::id.eq(tap.id), t::occurrence_id.eq(occurrence), t::signup_id.eq(tap.signup)),
        (t::people.eq(tap.people), t::how.eq(tap.how as i16), t::at.eq(Ts(tap.at)), t::kept_at.eq(Ts(now))),
    );
    let kept = on!(c, c => diesel::insert_into(t::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(kept > 0)
}

type Row = (TapId, Option<SignupId>, i16, i16, Ts);

/// All taps of a time, as they arrived.
pub fn taps(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<Vec<Tap>, Fault> {
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::occurrence_id.eq(occurrence)))
        .order((t::kept_at, t::id))
        .select((t::id, t::signup_id, t::people, t::how, t::at))
        .load(c))?;
    let tap = |(id, signup, people, how, at): Row| {
        let all = [How::Tick, How::Code, How::Themselves, How::WalkIn];
        let how = all.into_iter().find(|h| *h as i16 == how);
        let how = how.ok_or_else(|| Fault::broken(format!("tap {id} was made in a way that there is not")))?;
        Ok(Tap { id, signup, people, how, at: at.0 })
    };
    rows.into_iter().map(tap).collect()
}

/// What came of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    pub seats: i32,
    pub came: i32,
    pub walked_in: i32,
}

/// Writes it down, or anew: a tap arrived late.
pub fn set_attendance(
    c: &mut Conn,
    (station, occurrence): (StationId, OccurrenceId),
    of: Attendance,
    now: Timestamp,
) -> Result<(), Fault> {
    let counted =
        (a::seats.eq(of.seats), a::came.eq(of.came), a::walked_in.eq(of.walked_in), a::counted_at.eq(Ts(now)));
    let row = (a::station_id.eq(station), a::occurrence_id.eq(occurrence), counted);
    on!(c, c => diesel::insert_into(a::table)
        .values(row)
        .on_conflict((a::station_id, a::occurrence_id))
        .do_update()
        .set(counted)
        .execute(c))?;
    Ok(())
}

pub fn attendance(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<Option<Attendance>, Fault> {
    let row: Option<(i32, i32, i32)> = on!(c, c => a::table
        .find((station, occurrence))
        .select((a::seats, a::came, a::walked_in))
        .first(c)
        .optional())?;
    Ok(row.map(|(seats, came, walked_in)| Attendance { seats, came, walked_in }))
}

/// Times that one signs up for, that ended before `before` and after `after`, and were not counted.
pub fn uncounted(
    c: &mut Conn,
    (after, before): (Timestamp, Timestamp),
    most: i64,
) -> Result<Vec<(StationId, OccurrenceId)>, Fault> {
    let over = o::ends_at.gt(Ts(after)).and(o::ends_at.le(Ts(before))).and(o::state.eq(State::On as i16));
    Ok(on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .left_join(a::table.on(a::station_id.eq(o::station_id).and(a::occurrence_id.eq(o::id))))
        .filter(over.and(s::joining.ne(Joining::JustCome as i16)))
        .filter(a::counted_at.nullable().is_null())
        .order((o::ends_at, o::id))
        .limit(most)
        .select((o::station_id, o::id))
        .load(c))?)
}

/// A time that is over: at which station, which, and when it ended.
pub type Over = (StationId, OccurrenceId, Ts);

/// Times of every kind that ended before `before` and after `since`, called off or not, of which no fact was written: up to `most`,
/// those that ended first first, after the one `after`.
pub fn unnoted(
    c: &mut Conn,
    (since, before): (Timestamp, Timestamp),
    after: Option<Over>,
    most: i64,
) -> Result<Vec<Over>, Fault> {
    let (_, id, at) = after.unwrap_or((StationId(0), OccurrenceId(Id(Uuid::max())), Ts(since)));
    Ok(on!(c, c => o::table
        .filter(o::noted_at.is_null().and(o::ends_at.le(Ts(before))))
        .filter(o::ends_at.gt(at).or(o::ends_at.eq(at).and(o::id.gt(id))))
        .order((o::ends_at, o::id))
        .limit(most)
        .select((o::station_id, o::id, o::ends_at))
        .load(c))?)
}

/// Whether the fact of a time was written.
pub fn is_noted(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<bool, Fault> {
    let noted: Option<Ts> = on!(c, c => o::table.find((station, occurrence)).select(o::noted_at).first(c))?;
    Ok(noted.is_some())
}

pub fn set_noted(c: &mut Conn, station: StationId, occurrence: OccurrenceId, now: Timestamp) -> Result<(), Fault> {
    let row = o::table.find((station, occurrence));
    on!(c, c => diesel::update(row).set(o::noted_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(())
}

pub fn add_mood(c: &mut Conn, (station, occurrence): (StationId, OccurrenceId), mood: Mood) -> Result<(), Fault> {
    let row = (m::station_id.eq(station), m::occurrence_id.eq(occurrence), m::mood.eq(mood as i16), m::n.eq(1));
    on!(c, c => diesel::insert_into(m::table)
        .values(row)
        .on_conflict((m::station_id, m::occurrence_id, m::mood))
        .do_update()
        .set(m::n.eq(m::n + 1))
        .execute(c))?;
    Ok(())
}

pub fn moods(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<Vec<(Mood, i32)>, Fault> {
    let rows: Vec<(i16, i32)> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::occurrence_id.eq(occurrence)))
        .order(m::mood)
        .select((m::mood, m::n))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(mood, n)| Some((Mood::of(mood)?, n))).collect())
}
