//! Who does not accept a no, and what came of it.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::rules::{Appeal, Decided};
use crate::schema::wish_appeals as a;
use crate::{AppealId, WishId};

type Row = (AppealId, i32, Ts, StaffId, (Option<Ts>, Option<StaffId>, Option<bool>, String));

macro_rules! columns {
    () => {
        (a::id, a::version, a::made_at, a::taken_by, (a::decided_at, a::decided_by, a::upheld, a::words))
    };
}

fn to_appeal((id, version, made_at, taken_by, (at, by, upheld, words)): Row) -> Appeal {
    let decided = match (at, by, upheld) {
        (Some(at), Some(by), Some(upheld)) => Some(Decided { at: at.0, by, upheld, words }),
        _ => None,
    };
    Appeal { id, version, made_at: made_at.0, taken_by, decided }
}

pub fn insert(c: &mut Conn, station: StationId, id: WishId, one: &Appeal, why_sealed: &[u8]) -> Result<(), Fault> {
    let row = (
        (a::station_id.eq(station), a::id.eq(one.id), a::wish_id.eq(id), a::version.eq(one.version)),
        (a::why_sealed.eq(why_sealed), a::made_at.eq(Ts(one.made_at)), a::taken_by.eq(one.taken_by), a::words.eq("")),
    );
    on!(c, c => diesel::insert_into(a::table).values(row).execute(c))?;
    Ok(())
}

/// The wish that it is about.
pub fn wish_of(c: &mut Conn, station: StationId, id: AppealId) -> Result<WishId, Fault> {
    Ok(on!(c, c => a::table.find((station, id)).select(a::wish_id).first(c))?)
}

/// All of a wish, the first first.
pub fn of_wish(c: &mut Conn, station: StationId, id: WishId) -> Result<Vec<Appeal>, Fault> {
    let rows: Vec<Row> = on!(c, c => a::table
        .filter(a::station_id.eq(station).and(a::wish_id.eq(id)))
        .order((a::made_at, a::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_appeal).collect())
}

/// All of a station, each with its wish.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<(WishId, Appeal)>, Fault> {
    let rows: Vec<(WishId, Row)> = on!(c, c => a::table
        .filter(a::station_id.eq(station))
        .order((a::made_at, a::id))
        .select((a::wish_id, columns!()))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, row)| (id, to_appeal(row))).collect())
}

/// What somebody objects to, sealed.
pub fn why(c: &mut Conn, station: StationId, id: AppealId) -> Result<Vec<u8>, Fault> {
    Ok(on!(c, c => a::table.find((station, id)).select(a::why_sealed).first(c))?)
}

pub fn decide(
    c: &mut Conn,
    station: StationId,
    id: AppealId,
    (upheld, words): (bool, &str),
    (by, at): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let set = (
        (a::decided_at.eq(Some(Ts(at))), a::decided_by.eq(Some(by))),
        (a::upheld.eq(Some(upheld)), a::words.eq(words)),
    );
    on!(c, c => diesel::update(a::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    let of_it = a::table.filter(a::station_id.eq(station).and(a::wish_id.eq(id)));
    on!(c, c => diesel::delete(of_it).execute(c))?;
    Ok(())
}
