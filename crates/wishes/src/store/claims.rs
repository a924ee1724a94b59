//! Who has which wish: one row of a wish at most, by its key.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

use crate::rules::{Claim, State};
use crate::schema::{wish_claims as k, wishes as w};
use crate::{CallId, ClaimId, WishId};

type When = (Ts, Ts, Option<Ts>, Option<Ts>);
type Row = ((ClaimId, CallId), WishId, Option<PersonId>, When, String, bool, bool);

macro_rules! columns {
    () => {
        (
            (k::id, k::call_id),
            k::wish_id,
            k::person_id,
            (k::claimed_at, k::until_at, k::contacted_at, k::delivered_at),
            k::place,
            k::reminded,
            k::told,
        )
    };
}

fn to_claim(((id, call), wish, person, (claimed, until, contacted, delivered), place, reminded, told): Row) -> Claim {
    Claim {
        id,
        call,
        wish,
        person,
        claimed_at: claimed.0,
        until: until.0,
        contacted_at: contacted.map(|at| at.0),
        delivered_at: delivered.map(|at| at.0),
        place,
        reminded,
        told,
    }
}

pub fn insert(c: &mut Conn, station: StationId, one: &Claim) -> Result<(), Fault> {
    let row = (
        (k::station_id.eq(station), k::wish_id.eq(one.wish), k::id.eq(one.id), k::person_id.eq(one.person)),
        k::call_id.eq(one.call),
        (k::claimed_at.eq(Ts(one.claimed_at)), k::until_at.eq(Ts(one.until))),
        (k::contacted_at.eq(one.contacted_at.map(Ts)), k::delivered_at.eq(one.delivered_at.map(Ts))),
        (k::place.eq(&one.place), k::reminded.eq(one.reminded), k::told.eq(one.told)),
    );
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

/// Writes what may change; who has it is told apart by the wish.
pub fn set(c: &mut Conn, station: StationId, one: &Claim) -> Result<(), Fault> {
    let set = (
        (k::id.eq(one.id), k::person_id.eq(one.person), k::until_at.eq(Ts(one.until))),
        (k::contacted_at.eq(one.contacted_at.map(Ts)), k::delivered_at.eq(one.delivered_at.map(Ts))),
        (k::place.eq(&one.place), k::reminded.eq(one.reminded), k::told.eq(one.told)),
    );
    on!(c, c => diesel::update(k::table.find((station, one.wish))).set(set).execute(c))?;
    Ok(())
}

/// Who has a wish. Whoever holds the wish may rely on it.
pub fn of_wish(c: &mut Conn, station: StationId, id: WishId) -> Result<Option<Claim>, Fault> {
    let row: Option<Row> = on!(c, c => k::table.find((station, id)).select(columns!()).first(c).optional())?;
    Ok(row.map(to_claim))
}

/// The wish that a claim is of, as long as somebody has it.
pub fn wish_of(c: &mut Conn, station: StationId, id: ClaimId) -> Result<WishId, Fault> {
    Ok(on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::id.eq(id)))
        .select(k::wish_id)
        .first(c))?)
}

/// The wish about which somebody is to be called.
pub fn wish_to_call(c: &mut Conn, station: StationId, id: CallId) -> Result<WishId, Fault> {
    Ok(on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::call_id.eq(id)))
        .select(k::wish_id)
        .first(c))?)
}

/// What was brought, and nobody knows of it.
pub fn untold(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    let brought = k::table.filter(k::station_id.eq(station).and(k::wish_id.eq(id)).and(k::delivered_at.is_not_null()));
    on!(c, c => diesel::update(brought).set(k::told.eq(false)).execute(c))?;
    Ok(())
}

/// Whoever has a wish and was reminded is to be reminded again.
pub fn unreminded(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id))).set(k::reminded.eq(false)).execute(c))?;
    Ok(())
}

/// All of a station.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Claim>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station))
        .order((k::until_at, k::wish_id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_claim).collect())
}

/// What somebody has, at whatever station, what ends first first.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Claim)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => k::table
        .filter(k::person_id.eq(person))
        .order((k::until_at, k::station_id, k::wish_id))
        .select((k::station_id, columns!()))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, row)| (station, to_claim(row))).collect())
}

/// How many somebody still has to bring, anywhere.
pub fn count_leased(c: &mut Conn, person: PersonId) -> Result<usize, Fault> {
    let leased = w::state.eq_any([State::Claimed as i16, State::Contacted as i16]);
    let n: i64 = on!(c, c => k::table
        .inner_join(w::table.on(w::station_id.eq(k::station_id).and(w::id.eq(k::wish_id))))
        .filter(k::person_id.eq(person).and(leased))
        .count()
        .get_result(c))?;
    Ok(usize::try_from(n).unwrap_or(0))
}

/// Those of all stations that were not brought and end until `at`: of those whom nobody has reminded, or all.
pub fn due(c: &mut Conn, at: Timestamp, reminded: Option<bool>, most: i64) -> Result<Vec<(StationId, WishId)>, Fault> {
    Ok(on!(c, c => {
        let mut all = k::table
            .filter(k::delivered_at.is_null().and(k::until_at.le(Ts(at))))
            .into_boxed();
        if let Some(reminded) = reminded {
            all = all.filter(k::reminded.eq(reminded));
        }
        all.order((k::station_id, k::wish_id)).limit(most).select((k::station_id, k::wish_id)).load(c)
    })?)
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(k::table.find((station, id))).execute(c))?;
    Ok(())
}
