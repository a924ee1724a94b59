//! One row per round.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::RoundId;
use crate::seasons::rules::{Allocation, Seed, Slot, Stands, Terms, Weights};
use crate::seasons::schema::{season_awards as w, season_rounds as r};
use kernel::db::Conn;
use kernel::db::types::{Id, Json, JsonOf, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A round as its row says.
#[derive(Debug, Clone)]
pub struct Round {
    pub id: RoundId,
    pub terms: Terms,
    pub commitment: String,
    pub seed_sealed: Vec<u8>,
    pub seed: Option<String>,
    pub previous: Option<Id>,
    pub locked: Option<String>,
    pub allocation: Option<Allocation>,
    pub confirmed_at: Option<Timestamp>,
    pub called_off_at: Option<Timestamp>,
    /// Why it was called off.
    pub reason: String,
}

impl Round {
    pub fn stands(&self, now: Timestamp) -> Stands {
        let (locked, allocated) = (self.locked.is_some(), self.allocation.is_some());
        let written = (locked, allocated, self.confirmed_at.is_some(), self.called_off_at.is_some());
        Stands::at(now, self.terms.apply_until, written)
    }
}

type Row = (
    (RoundId, String, On, On, Ts, i32, JsonOf<Weights>, JsonOf<Vec<Slot>>),
    (String, Vec<u8>, Option<String>, Option<Id>, Option<String>),
    (Option<JsonOf<Allocation>>, Option<Ts>, Option<Ts>, String),
);

macro_rules! columns {
    () => {
        (
            (r::id, r::title, r::starts_on, r::ends_on, r::apply_until, r::pick_limit, r::weights, r::slots),
            (r::commitment, r::seed_sealed, r::seed, r::previous_id, r::locked),
            (r::allocation, r::confirmed_at, r::called_off_at, r::reason),
        )
    };
}

fn to_round((terms, lottery, done): Row) -> Round {
    let (id, title, starts_on, ends_on, apply_until, limit, weights, slots) = terms;
    let (commitment, seed_sealed, seed, previous, locked) = lottery;
    let (allocation, confirmed_at, called_off_at, reason) = done;
    let terms = Terms {
        title,
        starts_on: starts_on.0,
        ends_on: ends_on.0,
        apply_until: apply_until.0,
        limit,
        weights: weights.0,
        slots: slots.0,
    };
    Round {
        id,
        terms,
        commitment,
        seed_sealed,
        seed,
        previous,
        locked,
        allocation: allocation.map(|a| a.0),
        confirmed_at: confirmed_at.map(|t| t.0),
        called_off_at: called_off_at.map(|t| t.0),
        reason,
    }
}

/// Until the transaction ends, no one else decides about this round. Every act takes this lock first.
pub fn hold(c: &mut Conn, station: StationId, id: RoundId) -> Result<(), Fault> {
    Ok(kernel::hold!(c, r::table.find((station, id)).select(r::id))?)
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    (id, t): (RoundId, &Terms),
    (seed, sealed): (&Seed, &[u8]),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (r::station_id.eq(station), r::id.eq(id), r::title.eq(&t.title), r::apply_until.eq(Ts(t.apply_until))),
        (r::starts_on.eq(On(t.starts_on)), r::ends_on.eq(On(t.ends_on)), r::pick_limit.eq(t.limit)),
        (r::weights.eq(Json::of(&t.weights)?), r::slots.eq(Json::of(&t.slots)?), r::made_at.eq(Ts(now))),
        (r::commitment.eq(seed.commitment()), r::seed_sealed.eq(sealed), r::reason.eq("")),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: RoundId) -> Result<Round, Fault> {
    let row: Row = on!(c, c => r::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_round(row))
}

/// The rounds of a station, the newest first.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Round>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station))
        .order((r::starts_on.desc(), r::id.desc()))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_round).collect())
}

/// Those of a station in which one can apply, the newest first.
pub fn open(c: &mut Conn, station: StationId, now: Timestamp) -> Result<Vec<Round>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::apply_until.gt(Ts(now))))
        .filter(r::locked_at.is_null().and(r::called_off_at.is_null()))
        .order((r::starts_on.desc(), r::id.desc()))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_round).collect())
}

/// The round whose result counts as last season's: of those whose season began before and that were final when applications
/// ended, the one whose season began last.
pub fn before(c: &mut Conn, station: StationId, of: &Round) -> Result<Option<Round>, Fault> {
    let row: Option<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::id.ne(of.id)))
        .filter(r::confirmed_at.le(Ts(of.terms.apply_until)).and(r::starts_on.lt(On(of.terms.starts_on))))
        .order((r::starts_on.desc(), r::id.desc()))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_round))
}

/// Up to `most` rounds of any station whose time for applications is over and for which that is not written down.
pub fn to_lock(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, RoundId)>, Fault> {
    Ok(on!(c, c => r::table
        .filter(r::locked_at.is_null().and(r::apply_until.le(Ts(now))).and(r::called_off_at.is_null()))
        .order((r::station_id, r::id))
        .limit(most)
        .select((r::station_id, r::id))
        .load(c))?)
}

/// Rounds of any station with awards that are still to be made.
pub fn unfinished(c: &mut Conn) -> Result<Vec<(StationId, RoundId)>, Fault> {
    Ok(on!(c, c => w::table
        .filter(w::tried_at.is_null())
        .order((w::station_id, w::round_id))
        .select((w::station_id, w::round_id))
        .distinct()
        .load(c))?)
}

pub fn set_locked(
    c: &mut Conn,
    station: StationId,
    id: RoundId,
    (hash, previous): (&str, Option<Id>),
    now: Timestamp,
) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id)))
        .set((r::locked.eq(Some(hash)), r::previous_id.eq(previous), r::locked_at.eq(Some(Ts(now)))))
        .execute(c))?;
    Ok(())
}

/// The result, and the seed in the clear.
pub fn set_allocated(
    c: &mut Conn,
    station: StationId,
    id: RoundId,
    (seed, allocation): (&Seed, &Allocation),
    now: Timestamp,
) -> Result<(), Fault> {
    let allocation = Json::of(allocation)?;
    on!(c, c => diesel::update(r::table.find((station, id)))
        .set((
            (r::seed.eq(Some(seed.text())), r::allocation.eq(Some(allocation))),
            r::allocated_at.eq(Some(Ts(now))),
        ))
        .execute(c))?;
    Ok(())
}

pub fn set_confirmed(c: &mut Conn, station: StationId, id: RoundId, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id))).set(r::confirmed_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(())
}

pub fn call_off(c: &mut Conn, station: StationId, id: RoundId, reason: &str, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id)))
        .set((r::called_off_at.eq(Some(Ts(now))), r::reason.eq(reason)))
        .execute(c))?;
    Ok(())
}
