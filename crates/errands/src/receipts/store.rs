//! All queries of the group.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::ReceiptId;
use super::rules::State;
use super::schema::{receipt_steps as s, receipts as r};
use crate::proxy::ConsentId;
use crate::rules::MatterId;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};
use people::{PersonId, StaffId};

/// Papers as their row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: ReceiptId,
    pub day: Date,
    /// 1, 2, 3 … of the day: what stands on the folder.
    pub number: i32,
    pub matter: MatterId,
    /// Of the checklist by which they were looked through.
    pub version: i32,
    /// Which lines of it were left, from 0.
    pub papers: Vec<usize>,
    pub consent: Option<ConsentId>,
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    /// Who left them for somebody else.
    pub carrier_sealed: Option<Vec<u8>>,
    pub ready_at: Timestamp,
    pub state: State,
    /// Which paper is missing.
    pub note: String,
    pub since: Timestamp,
    /// How many steps there are.
    pub steps: i32,
    pub made_at: Timestamp,
}

type Row = (
    (ReceiptId, On, i32, MatterId, i32, Json, Option<ConsentId>),
    (Option<PersonId>, Option<Vec<u8>>, Option<Vec<u8>>),
    (Ts, i16, String, Ts, i32, Ts),
);

macro_rules! columns {
    () => {
        (
            (r::id, r::on_day, r::number, r::matter_id, r::version, r::papers, r::consent_id),
            (r::person_id, r::name_sealed, r::carrier_sealed),
            (r::ready_at, r::state, r::note, r::since, r::steps, r::made_at),
        )
    };
}

fn to_kept((what, who, how): Row) -> Result<Kept, Fault> {
    let (id, day, number, matter, version, papers, consent) = what;
    let (person, name_sealed, carrier_sealed) = who;
    let (ready_at, state, note, since, steps, made_at) = how;
    let odd = || Fault::broken(format!("receipt {id} has a state that there is not; run `yizhan check`"));
    Ok(Kept {
        id,
        day: day.0,
        number,
        matter,
        version,
        papers: papers.read()?,
        consent,
        person,
        name_sealed,
        carrier_sealed,
        ready_at: ready_at.0,
        state: State::of(state).ok_or_else(odd)?,
        note,
        since: since.0,
        steps,
        made_at: made_at.0,
    })
}

/// The number after the last one of a day. Whoever was faster has it: then [`insert`] says that it is there.
pub fn next_number(c: &mut Conn, station: StationId, day: Date) -> Result<i32, Fault> {
    let last: Option<i32> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::on_day.eq(On(day))))
        .order(r::number.desc())
        .select(r::number)
        .first(c)
        .optional())?;
    Ok(last.unwrap_or(0) + 1)
}

pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let row = (
        (r::station_id.eq(station), r::id.eq(new.id), r::on_day.eq(On(new.day)), r::number.eq(new.number)),
        (r::matter_id.eq(new.matter), r::version.eq(new.version), r::papers.eq(Json::of(&new.papers)?)),
        (r::consent_id.eq(new.consent), r::person_id.eq(new.person), r::name_sealed.eq(&new.name_sealed)),
        (r::carrier_sealed.eq(&new.carrier_sealed), r::ready_at.eq(Ts(new.ready_at)), r::state.eq(new.state as i16)),
        (r::note.eq(&new.note), r::since.eq(Ts(new.since)), r::steps.eq(new.steps), r::made_at.eq(Ts(new.made_at))),
    );
    match on!(c, c => diesel::insert_into(r::table).values(row).execute(c)).map_err(Fault::from) {
        // The number was taken at the same moment: the whole change is made again with the next one.
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        kept => kept.map(|_| ()),
    }
}

/// Appends how they stand to their log.
pub fn add_step(c: &mut Conn, station: StationId, kept: &Kept, (at, by): (Timestamp, StaffId)) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::receipt_id.eq(kept.id), s::number.eq(kept.steps)),
        (s::state.eq(kept.state as i16), s::ready_at.eq(Ts(kept.ready_at)), s::note.eq(&kept.note)),
        (s::at.eq(Ts(at)), s::by_id.eq(Some(by.0))),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// One step of a log: how they stood from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub state: State,
    pub ready_at: Timestamp,
    pub note: String,
    pub at: Timestamp,
}

pub fn steps_of(c: &mut Conn, station: StationId, id: ReceiptId) -> Result<Vec<Made>, Fault> {
    let rows: Vec<(i16, Ts, String, Ts)> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::receipt_id.eq(id)))
        .order(s::number)
        .select((s::state, s::ready_at, s::note, s::at))
        .load(c))?;
    let odd = || Fault::broken(format!("receipt {id} has a step that there is not; run `yizhan check`"));
    let made = |(state, ready_at, note, at): (i16, Ts, String, Ts)| {
        Ok(Made { state: State::of(state).ok_or_else(odd)?, ready_at: ready_at.0, note, at: at.0 })
    };
    rows.into_iter().map(made).collect()
}

/// Whoever takes a step holds the receipt: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: ReceiptId) -> Result<Kept, Fault> {
    let one = || r::table.filter(r::station_id.eq(station).and(r::id.eq(id)));
    hold_rows!(c, one().select(r::id))?;
    by_id(c, station, id)
}

pub fn by_id(c: &mut Conn, station: StationId, id: ReceiptId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => r::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

pub fn set(c: &mut Conn, station: StationId, kept: &Kept) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, kept.id)))
        .set((
            (r::ready_at.eq(Ts(kept.ready_at)), r::state.eq(kept.state as i16), r::note.eq(&kept.note)),
            (r::since.eq(Ts(kept.since)), r::steps.eq(kept.steps)),
        ))
        .execute(c))?;
    Ok(())
}

/// All that are at the desk, those that were promised first first.
pub fn standing(c: &mut Conn, station: StationId, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::state.lt(Lit::<4>)))
        .order((r::ready_at, r::on_day, r::number))
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// A person's receipts of all stations, the newest first.
pub fn theirs(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => r::table
        .filter(r::person_id.eq(person))
        .order((r::made_at.desc(), r::id))
        .select((r::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// Up to `most` receipts of all stations that name somebody and were handed back before `at`.
pub fn handed_back_before(c: &mut Conn, at: Timestamp, most: i64) -> Result<Vec<(StationId, ReceiptId)>, Fault> {
    let named = r::person_id.is_not_null().or(r::name_sealed.is_not_null()).or(r::carrier_sealed.is_not_null());
    Ok(on!(c, c => r::table
        .filter(r::state.eq(Lit::<4>).and(r::since.lt(Ts(at))))
        .filter(named)
        .limit(most)
        .select((r::station_id, r::id))
        .load(c))?)
}

/// Takes everybody out of a receipt.
pub fn forget(c: &mut Conn, station: StationId, id: ReceiptId) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id)))
        .set((
            r::person_id.eq(None::<PersonId>),
            r::name_sealed.eq(None::<Vec<u8>>),
            r::carrier_sealed.eq(None::<Vec<u8>>),
        ))
        .execute(c))?;
    Ok(())
}
