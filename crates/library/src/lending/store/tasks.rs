//! What clerks have to look at.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::{PersonId, StaffId};

use crate::lending::rules::task::{How, Kind};
use crate::schema::library_tasks as t;
use crate::{CopyId, TaskId};

/// A task as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub station: StationId,
    pub id: TaskId,
    pub kind: Kind,
    /// The entry of the log that it comes from.
    pub log: Option<Id>,
    pub copy: Option<CopyId>,
    /// Whom it is about, until it is settled.
    pub person: Option<PersonId>,
    /// As it was scanned; may be empty.
    pub barcode: String,
    pub happened_at: Timestamp,
    pub made_at: Timestamp,
    pub settled_at: Option<Timestamp>,
}

type Row = (StationId, TaskId, i16, Option<Id>, Option<CopyId>, Option<PersonId>, String, (Ts, Ts, Option<Ts>));

macro_rules! columns {
    () => {
        (
            t::station_id,
            t::id,
            t::kind,
            t::log_id,
            t::copy_id,
            t::person_id,
            t::barcode,
            (t::happened_at, t::made_at, t::settled_at),
        )
    };
}

fn to_kept(row: Row) -> Result<Kept, Fault> {
    let (station, id, kind, log, copy, person, barcode, (happened_at, made_at, settled_at)) = row;
    Ok(Kept {
        station,
        id,
        kind: Kind::of(kind).ok_or_else(|| Fault::broken(format!("task {id} is of a kind that there is not")))?,
        log,
        copy,
        person,
        barcode,
        happened_at: happened_at.0,
        made_at: made_at.0,
        settled_at: settled_at.map(|at| at.0),
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Kept>, Fault> {
    rows.into_iter().map(to_kept).collect()
}

pub fn insert(c: &mut Conn, new: &Kept) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(new.station), t::id.eq(new.id), t::kind.eq(new.kind as i16), t::log_id.eq(new.log)),
        (t::copy_id.eq(new.copy), t::person_id.eq(new.person), t::barcode.eq(&new.barcode)),
        (t::happened_at.eq(Ts(new.happened_at)), t::made_at.eq(Ts(new.made_at))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

/// The task that an entry of the log has led to.
pub fn of_log(c: &mut Conn, station: StationId, log: Id) -> Result<Option<TaskId>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::log_id.eq(log)))
        .select(t::id)
        .first(c)
        .optional())?)
}

/// Those that nobody has settled, the oldest first.
pub fn open(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::settled_at.is_null()))
        .order((t::made_at, t::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Those that are about somebody.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::person_id.eq(person))
        .order((t::station_id, t::made_at, t::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// One of them, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: TaskId) -> Result<Kept, Fault> {
    hold!(c, t::table.find((station, id)).select(t::id))?;
    let row: Row = on!(c, c => t::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// Notes what a clerk did about it, and forgets whom it was about.
pub fn settle(
    c: &mut Conn,
    station: StationId,
    (id, how): (TaskId, How),
    (staff, now): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let to = (
        t::person_id.eq(None::<PersonId>),
        t::settled_at.eq(Some(Ts(now))),
        t::settled_by.eq(Some(staff)),
        t::how.eq(Some(how as i16)),
    );
    on!(c, c => diesel::update(t::table.find((station, id))).set(to).execute(c))?;
    Ok(())
}

pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    let about = t::table.filter(t::person_id.eq(person));
    on!(c, c => diesel::update(about).set(t::person_id.eq(None::<PersonId>)).execute(c))?;
    Ok(())
}

/// Forgets up to `most` that were settled before an instant. Returns how many.
pub fn forget_old(c: &mut Conn, before: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, TaskId)> = on!(c, c => t::table
        .filter(t::settled_at.lt(Ts(before)))
        .limit(most)
        .select((t::station_id, t::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(t::table.find(*key)).execute(c))?;
    }
    Ok(old.len())
}
