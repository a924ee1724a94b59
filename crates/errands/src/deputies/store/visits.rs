//! Slots that somebody has, and what was said: one row each.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::deputies::rules::{Category, State, Visit};
use crate::deputies::schema::receptions as v;
use crate::deputies::{DayId, VisitId};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A visit as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: VisitId,
    pub day: DayId,
    pub slot_at: Option<Timestamp>,
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    pub what_sealed: Option<Vec<u8>>,
    pub category: Option<Category>,
    pub visit: Visit,
    /// The day of the reply depends on a holiday that is not published yet.
    pub provisional: bool,
    pub made_at: Timestamp,
    pub over_at: Option<Timestamp>,
    pub steps: i32,
    pub forgotten: bool,
}

type Row = (
    (VisitId, DayId, Option<Ts>, Option<PersonId>, Option<Vec<u8>>, Option<Vec<u8>>, Option<i16>),
    (i16, Option<i32>, Option<On>, bool, bool),
    (Ts, Ts, Option<Ts>, i32, bool),
);

macro_rules! columns {
    () => {
        (
            (v::id, v::day_id, v::slot_at, v::person_id, v::name_sealed, v::what_sealed, v::category),
            (v::state, v::owner_id, v::reply_by, v::provisional, v::reopened),
            (v::made_at, v::lapses_at, v::over_at, v::steps, v::forgotten),
        )
    };
}

fn to_kept((whose, stands, times): Row) -> Result<Kept, Fault> {
    let (id, day, slot_at, person, name_sealed, what_sealed, category) = whose;
    let (state, office, reply_by, provisional, reopened) = stands;
    let (made_at, lapses_at, over_at, steps, forgotten) = times;
    let odd = || Fault::broken(format!("reception {id} has a row that makes no sense; run `yizhan check`"));
    let state = State::of(state).ok_or_else(odd)?;
    let visit = Visit { state, office, reply_by: reply_by.map(|on| on.0), reopened, lapses_at: lapses_at.0 };
    let category = category.map(|n| Category::of(n).ok_or_else(odd)).transpose()?;
    let (slot_at, over_at) = (slot_at.map(|at| at.0), over_at.map(|at| at.0));
    let made_at = made_at.0;
    Ok(Kept {
        id,
        day,
        slot_at,
        person,
        name_sealed,
        what_sealed,
        category,
        visit,
        provisional,
        made_at,
        over_at,
        steps,
        forgotten,
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Kept>, Fault> {
    rows.into_iter().map(to_kept).collect()
}

/// [`Fault::AlreadyThere`] if the slot is somebody's.
pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let i = &new.visit;
    let row = (
        (v::station_id.eq(station), v::id.eq(new.id), v::day_id.eq(new.day), v::slot_at.eq(new.slot_at.map(Ts))),
        (v::person_id.eq(new.person), v::name_sealed.eq(&new.name_sealed), v::what_sealed.eq(&new.what_sealed)),
        (v::category.eq(new.category.map(|n| n as i16)), v::state.eq(i.state as i16), v::owner_id.eq(i.office)),
        (v::reply_by.eq(i.reply_by.map(On)), v::provisional.eq(new.provisional), v::reopened.eq(i.reopened)),
        (v::made_at.eq(Ts(new.made_at)), v::lapses_at.eq(Ts(i.lapses_at)), v::over_at.eq(new.over_at.map(Ts))),
        (v::steps.eq(new.steps), v::forgotten.eq(false)),
    );
    on!(c, c => diesel::insert_into(v::table).values(row).execute(c))?;
    Ok(())
}

/// Until the transaction ends nobody else decides about this visit.
pub fn hold(c: &mut Conn, station: StationId, id: VisitId) -> Result<(), Fault> {
    let row = v::table.filter(v::station_id.eq(station).and(v::id.eq(id))).select(v::id);
    Ok(kernel::hold!(c, row)?)
}

pub fn by_id(c: &mut Conn, station: StationId, id: VisitId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => v::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// Everybody of a day, by slot; whoever came without one last.
pub fn of_day(c: &mut Conn, station: StationId, day: DayId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::day_id.eq(day)))
        .order((v::made_at, v::id))
        .select(columns!())
        .load(c))?;
    let mut kept = all(rows)?;
    kept.sort_by_key(|k| (k.slot_at.is_none(), k.slot_at));
    Ok(kept)
}

/// The slots of some days that somebody has: day by day, when they begin.
pub fn taken(c: &mut Conn, station: StationId, days: &[DayId]) -> Result<Vec<(DayId, Timestamp)>, Fault> {
    let rows: Vec<(DayId, Option<Ts>)> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::day_id.eq_any(days.to_vec())))
        .filter(v::slot_at.is_not_null().and(v::state.ne(Lit::<1>)))
        .select((v::day_id, v::slot_at))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(day, at)| Some((day, at?.0))).collect())
}

/// What waits for an office, or for being routed or closed.
pub fn open(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::state.between(Lit::<3>, Lit::<5>)))
        .order((v::reply_by, v::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What was closed lately, the newest first.
pub fn over_since(c: &mut Conn, station: StationId, since: Timestamp, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::state.eq(Lit::<6>)).and(v::over_at.ge(Ts(since))))
        .order((v::over_at.desc(), v::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Slots of all stations whose holder was not received in time.
pub fn lapsing(c: &mut Conn, until: Timestamp, most: i64) -> Result<Vec<(StationId, VisitId)>, Fault> {
    Ok(on!(c, c => v::table
        .filter(v::state.eq(Lit::<0>).and(v::lapses_at.le(Ts(until))))
        .order((v::lapses_at, v::station_id, v::id))
        .limit(most)
        .select((v::station_id, v::id))
        .load(c))?)
}

/// How it stands from now on.
pub fn set(c: &mut Conn, station: StationId, kept: &Kept) -> Result<(), Fault> {
    let i = &kept.visit;
    on!(c, c => diesel::update(v::table.find((station, kept.id)))
        .set((
            (v::name_sealed.eq(&kept.name_sealed), v::what_sealed.eq(&kept.what_sealed)),
            (v::category.eq(kept.category.map(|n| n as i16)), v::state.eq(i.state as i16), v::owner_id.eq(i.office)),
            (v::reply_by.eq(i.reply_by.map(On)), v::provisional.eq(kept.provisional), v::reopened.eq(i.reopened)),
            (v::over_at.eq(kept.over_at.map(Ts)), v::steps.eq(kept.steps)),
        ))
        .execute(c))?;
    Ok(())
}
