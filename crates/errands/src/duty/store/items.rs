//! 首问: one row each, changed only while it is held.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::duty::QuestionId;
use crate::duty::rules::{Ending, Item, Promise, State};
use crate::duty::schema::first_asked as f;
use crate::rules::MatterId;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::{PersonId, StaffId};

/// A question as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: QuestionId,
    /// `None` when it has been forgotten.
    pub what_sealed: Option<Vec<u8>>,
    pub name_sealed: Option<Vec<u8>>,
    pub person: Option<PersonId>,
    pub matter: Option<MatterId>,
    /// The deadline depends on a holiday that is not published yet.
    pub provisional: bool,
    pub item: Item,
    pub asked_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub steps: i32,
}

type Row = (
    (QuestionId, Option<Vec<u8>>, Option<Vec<u8>>, Option<PersonId>, Option<MatterId>),
    (StaffId, Option<StaffId>, i16, On, bool, Option<Ts>, Option<StaffId>, bool, Option<i16>),
    (Ts, Option<Ts>, i32),
);

macro_rules! columns {
    () => {
        (
            (f::id, f::what_sealed, f::name_sealed, f::person_id, f::matter_id),
            (
                f::owner_id,
                f::offered_to,
                f::state,
                f::due_on,
                f::provisional,
                f::promised_at,
                f::promised_with,
                f::broken,
                f::ending,
            ),
            (f::asked_at, f::closed_at, f::steps),
        )
    };
}

fn to_kept(((id, what_sealed, name_sealed, person, matter), stands, times): Row) -> Result<Kept, Fault> {
    let (owner, offered, state, due_on, provisional, promised_at, with, broken, ending) = stands;
    let odd = || Fault::broken(format!("question {id} has a row that makes no sense; run `yizhan check`"));
    let item = Item {
        owner,
        offered,
        state: State::of(state).ok_or_else(odd)?,
        due_on: due_on.0,
        promise: promised_at.zip(with).map(|(at, with)| Promise { at: at.0, with }),
        broken,
        ending: ending.map(|n| Ending::of(n).ok_or_else(odd)).transpose()?,
        reachable: person.is_some(),
    };
    let (asked_at, closed_at, steps) = times;
    let closed_at = closed_at.map(|at| at.0);
    Ok(Kept { id, what_sealed, name_sealed, person, matter, provisional, item, asked_at: asked_at.0, closed_at, steps })
}

pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let i = &new.item;
    let row = (
        (f::station_id.eq(station), f::id.eq(new.id), f::what_sealed.eq(&new.what_sealed)),
        (f::name_sealed.eq(&new.name_sealed), f::person_id.eq(new.person), f::matter_id.eq(new.matter)),
        (f::owner_id.eq(i.owner), f::state.eq(i.state as i16), f::due_on.eq(On(i.due_on))),
        (f::provisional.eq(new.provisional), f::broken.eq(i.broken), f::asked_at.eq(Ts(new.asked_at))),
        (f::steps.eq(new.steps), f::forgotten.eq(false)),
    );
    on!(c, c => diesel::insert_into(f::table).values(row).execute(c))?;
    Ok(())
}

/// Until the transaction ends nobody else decides about this question.
pub fn hold(c: &mut Conn, station: StationId, id: QuestionId) -> Result<(), Fault> {
    let row = f::table.filter(f::station_id.eq(station).and(f::id.eq(id))).select(f::id);
    Ok(kernel::hold!(c, row)?)
}

pub fn by_id(c: &mut Conn, station: StationId, id: QuestionId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => f::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// All that is not closed, by deadline.
pub fn standing(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => f::table
        .filter(f::station_id.eq(station).and(f::state.lt(Lit::<3>)))
        .order((f::due_on, f::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// What was closed lately, the newest first.
pub fn closed_since(c: &mut Conn, station: StationId, since: Timestamp, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => f::table
        .filter(f::station_id.eq(station).and(f::closed_at.ge(Ts(since))))
        .order((f::closed_at.desc(), f::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// Questions of all stations whose promise was for `until` or earlier and still stands.
pub fn missed(c: &mut Conn, until: Timestamp, most: i64) -> Result<Vec<(StationId, QuestionId)>, Fault> {
    Ok(on!(c, c => f::table
        .filter(f::state.eq(Lit::<1>).and(f::promised_at.le(Ts(until))))
        .order((f::promised_at, f::station_id, f::id))
        .limit(most)
        .select((f::station_id, f::id))
        .load(c))?)
}

/// How it stands from now on.
pub fn set(c: &mut Conn, station: StationId, kept: &Kept) -> Result<(), Fault> {
    let i = &kept.item;
    on!(c, c => diesel::update(f::table.find((station, kept.id)))
        .set((
            (f::owner_id.eq(i.owner), f::offered_to.eq(i.offered), f::state.eq(i.state as i16)),
            (f::promised_at.eq(i.promise.map(|p| Ts(p.at))), f::promised_with.eq(i.promise.map(|p| p.with))),
            (f::broken.eq(i.broken), f::ending.eq(i.ending.map(|e| e as i16))),
            (f::closed_at.eq(kept.closed_at.map(Ts)), f::steps.eq(kept.steps)),
        ))
        .execute(c))?;
    Ok(())
}
