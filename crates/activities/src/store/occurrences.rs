//! One row per time that an activity takes place.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::series::Series;
use crate::rules::State;
use crate::schema::occurrences as o;
use crate::{OccurrenceId, SeriesId};
use kernel::db::Conn;
use kernel::db::types::{Id, Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};
use stations::NoRoom;

/// A time as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub id: OccurrenceId,
    pub series: SeriesId,
    /// The day as the rule names it, wherever it was moved.
    pub on: Date,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// It has a time of its own and keeps it when the series gets another.
    pub moved: bool,
    /// `None` = as its series says.
    pub title: Option<String>,
    pub place: Option<String>,
    /// What is to be said of this one only; may be empty.
    pub note: String,
    pub state: State,
    /// Why it was called off, for everybody.
    pub reason: String,
    /// A room of its own; `None` = as its series has it.
    pub room: Option<i32>,
    /// What it holds a room by, if it holds one.
    pub reservation: Option<Id>,
    /// Why it holds none although one is wanted.
    pub no_room: Option<NoRoom>,
    /// Somebody decided that it needs none.
    pub without_room: bool,
    /// `None` = everybody may come.
    pub capacity: Option<i32>,
    /// It keeps its places when the series gets others.
    pub own_capacity: bool,
    /// Places that are given away. Only signing up writes it.
    pub taken: i32,
    /// How many wait in line. Only signing up writes it.
    pub lined: i32,
    /// Of its entry in calendars: grows with each change.
    pub sequence: i32,
    pub changed_at: Timestamp,
    /// Since when it can be read that it begins at `starts_at`.
    pub announced_at: Timestamp,
}

impl Occurrence {
    /// As its series says, before it has a room and anybody has signed up.
    pub fn new(
        id: OccurrenceId,
        series: &Series,
        on: Date,
        (starts_at, ends_at): (Timestamp, Timestamp),
        now: Timestamp,
    ) -> Occurrence {
        Occurrence {
            id,
            series: series.id,
            on,
            starts_at,
            ends_at,
            moved: false,
            title: None,
            place: None,
            note: String::new(),
            state: State::On,
            reason: String::new(),
            room: None,
            reservation: None,
            no_room: None,
            without_room: false,
            capacity: series.plan.capacity,
            own_capacity: false,
            taken: 0,
            lined: 0,
            sequence: 0,
            changed_at: now,
            announced_at: now,
        }
    }
}

pub(super) type Row = (
    (OccurrenceId, SeriesId, On, Ts, Ts, bool),
    (Option<String>, Option<String>, String, i16, String),
    (Option<i32>, Option<Id>, Option<Json>, bool),
    (Option<i32>, bool, i32, i32),
    (i32, Ts, Option<Ts>),
);

macro_rules! columns {
    () => {
        (
            (o::id, o::series_id, o::on_day, o::starts_at, o::ends_at, o::moved),
            (o::title, o::place, o::note, o::state, o::reason),
            (o::offering_id, o::reservation_id, o::no_room, o::without_room),
            (o::capacity, o::own_capacity, o::taken, o::lined),
            (o::sequence, o::changed_at, o::announced_at),
        )
    };
}

pub(super) use columns;

fn to_occurrence((when, what, room, places, changed): Row) -> Result<Occurrence, Fault> {
    let (id, series, on, starts_at, ends_at, moved) = when;
    let (title, place, note, state, reason) = what;
    let (room, reservation, no_room, without_room) = room;
    let (capacity, own_capacity, taken, lined) = places;
    let (sequence, Ts(changed_at), announced_at) = changed;
    let odd = || Fault::broken(format!("occurrence {id} has a state that there is not; run `yizhan check`"));
    Ok(Occurrence {
        id,
        series,
        on: on.0,
        starts_at: starts_at.0,
        ends_at: ends_at.0,
        moved,
        title,
        place,
        note,
        state: State::of(state).ok_or_else(odd)?,
        reason,
        room,
        reservation,
        no_room: no_room.map(Json::read).transpose()?,
        without_room,
        capacity,
        own_capacity,
        taken,
        lined,
        sequence,
        changed_at,
        // A row from before this was kept: it stands as it is since its last change, perhaps for longer.
        announced_at: announced_at.map_or(changed_at, |at| at.0),
    })
}

pub(super) fn all(rows: Vec<Row>) -> Result<Vec<Occurrence>, Fault> {
    rows.into_iter().map(to_occurrence).collect()
}

/// All but which one it is and how many have signed up, as columns.
macro_rules! kept {
    ($x:expr) => {{
        let x: &Occurrence = $x;
        (
            (
                o::series_id.eq(x.series),
                o::on_day.eq(On(x.on)),
                o::starts_at.eq(Ts(x.starts_at)),
                o::ends_at.eq(Ts(x.ends_at)),
            ),
            (o::moved.eq(x.moved), o::title.eq(&x.title), o::place.eq(&x.place), o::note.eq(&x.note)),
            (o::state.eq(x.state as i16), o::reason.eq(&x.reason), o::reservation_id.eq(x.reservation)),
            (o::no_room.eq(x.no_room.as_ref().map(Json::of).transpose()?), o::without_room.eq(x.without_room)),
            (o::capacity.eq(x.capacity), o::own_capacity.eq(x.own_capacity), o::offering_id.eq(x.room)),
            (
                o::sequence.eq(x.sequence),
                o::changed_at.eq(Ts(x.changed_at)),
                o::announced_at.eq(Some(Ts(x.announced_at))),
            ),
        )
    }};
}

/// Nobody has signed up yet.
pub fn insert(c: &mut Conn, station: StationId, new: &Occurrence) -> Result<(), Fault> {
    let row = ((o::station_id.eq(station), o::id.eq(new.id)), kept!(new));
    on!(c, c => diesel::insert_into(o::table).values(row).execute(c))?;
    Ok(())
}

/// Writes the row anew; who has signed up stays.
pub fn set(c: &mut Conn, station: StationId, occurrence: &Occurrence) -> Result<(), Fault> {
    let row = o::table.find((station, occurrence.id));
    on!(c, c => diesel::update(row).set(kept!(occurrence)).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Occurrence, Fault> {
    let row: Row = on!(c, c => o::table.find((station, id)).select(columns!()).first(c))?;
    to_occurrence(row)
}

/// Some of them, in no order.
pub fn by_ids(c: &mut Conn, station: StationId, ids: &[OccurrenceId]) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::id.eq_any(ids)))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Whoever changes a time, or gives places of it away by more than one statement, holds it: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Occurrence, Fault> {
    let one = || o::table.filter(o::station_id.eq(station).and(o::id.eq(id)));
    hold_rows!(c, one().select(o::id))?;
    by_id(c, station, id)
}

/// The times of a series in the order of their days.
pub fn of_series(c: &mut Conn, station: StationId, series: SeriesId) -> Result<Vec<Occurrence>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::series_id.eq(series)))
        .order(o::on_day)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The same, each of them held: whoever changes them all knows how many have a place until the change is done.
pub fn hold_of_series(c: &mut Conn, station: StationId, series: SeriesId) -> Result<Vec<Occurrence>, Fault> {
    let times = || o::table.filter(o::station_id.eq(station).and(o::series_id.eq(series))).order(o::id);
    hold_rows!(c, times().select(o::id))?;
    of_series(c, station, series)
}
