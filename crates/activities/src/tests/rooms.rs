//! Two rooms that are a table: what an activity asks of rooms, without the slice that keeps them.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use stations::{NoRoom, Room, Rooms, Taking, WantedRoom};

diesel::table! {
    use diesel::sql_types::Integer;
    use kernel::db::types::{Instant, Uid};
    fake_rooms (id) {
        id -> Uid,
        room -> Integer,
        starts_at -> Instant,
        ends_at -> Instant,
    }
}
use fake_rooms as f;

pub const ROOMS: Rooms = Rooms { offered, take, shift, give_back, standing, instead };

pub fn make_table(c: &mut Conn) -> Result<(), Fault> {
    let (id, instant) = match c {
        Conn::Sqlite(_) => ("BLOB", "INTEGER"),
        Conn::Pg(_) => ("UUID", "TIMESTAMPTZ"),
    };
    c.run(&format!(
        "CREATE TABLE fake_rooms (id {id} PRIMARY KEY, room INTEGER NOT NULL, starts_at {instant} NOT NULL, \
         ends_at {instant} NOT NULL)"
    ))
}

pub fn insert(c: &mut Conn, id: Id, (room, from, until): (i32, Timestamp, Timestamp)) -> Result<(), Fault> {
    let row = (f::id.eq(id), f::room.eq(room), f::starts_at.eq(Ts(from)), f::ends_at.eq(Ts(until)));
    on!(c, c => diesel::insert_into(f::table).values(row).execute(c))?;
    Ok(())
}

pub fn held(c: &mut Conn, room: i32) -> Result<Vec<Timestamp>, Fault> {
    let all: Vec<Ts> = on!(c, c => f::table.filter(f::room.eq(room)).order(f::starts_at).select(f::starts_at).load(c))?;
    Ok(all.into_iter().map(|at| at.0).collect())
}

/// Somebody gives the room back behind the activity's back.
pub fn lose(c: &mut Conn, id: Id) -> Result<(), Fault> {
    on!(c, c => diesel::delete(f::table.find(id)).execute(c))?;
    Ok(())
}

fn room(id: i32) -> Room {
    Room { id, name_zh: format!("{id} 号教室"), name_en: String::new() }
}

fn offered(_: &mut Conn, _: StationId) -> Result<Vec<Room>, Fault> {
    Ok(vec![room(1), room(2)])
}

fn free(c: &mut Conn, w: &WantedRoom, except: Option<Id>) -> Result<bool, Fault> {
    let there: Vec<Id> = on!(c, c => f::table
        .filter(f::room.eq(w.room).and(f::starts_at.lt(Ts(w.until))).and(f::ends_at.gt(Ts(w.from))))
        .select(f::id)
        .load(c))?;
    Ok(there.into_iter().all(|id| Some(id) == except))
}

fn take(c: &mut Conn, t: &Taking<'_>, w: WantedRoom) -> Result<Result<Id, NoRoom>, Fault> {
    if !free(c, &w, None)? {
        return Ok(Err(NoRoom::Taken));
    }
    let id = t.house.new_id();
    insert(c, id, (w.room, w.from, w.until))?;
    Ok(Ok(id))
}

fn shift(c: &mut Conn, _: &Taking<'_>, id: Id, w: WantedRoom) -> Result<Result<(), NoRoom>, Fault> {
    let there: Option<i32> = on!(c, c => f::table.find(id).select(f::room).first(c).optional())?;
    if there != Some(w.room) {
        return Ok(Err(NoRoom::Lost));
    }
    if !free(c, &w, Some(id))? {
        return Ok(Err(NoRoom::Taken));
    }
    let times = (f::starts_at.eq(Ts(w.from)), f::ends_at.eq(Ts(w.until)));
    on!(c, c => diesel::update(f::table.find(id)).set(times).execute(c))?;
    Ok(Ok(()))
}

fn give_back(c: &mut Conn, _: &Taking<'_>, id: Id) -> Result<(), Fault> {
    lose(c, id)
}

fn standing(c: &mut Conn, _: StationId, ids: &[Id], _: Timestamp) -> Result<Vec<Id>, Fault> {
    Ok(on!(c, c => f::table.filter(f::id.eq_any(ids)).select(f::id).load(c))?)
}

/// An hour later, and the other room.
fn instead(c: &mut Conn, _: &Taking<'_>, w: WantedRoom) -> Result<(Vec<Timestamp>, Vec<Room>), Fault> {
    let other = WantedRoom { room: 3 - w.room, ..w };
    let rooms = if free(c, &other, None)? { vec![room(other.room)] } else { vec![] };
    Ok((vec![w.from + SignedDuration::from_hours(1)], rooms))
}
