//! Who would like to be called about a wish of their own.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

use crate::AskId;
use crate::schema::wish_asks as a;

/// As a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: AskId,
    pub name_sealed: Vec<u8>,
    pub phone_sealed: Vec<u8>,
    pub made_at: Timestamp,
}

pub fn insert(c: &mut Conn, station: StationId, one: &Kept, phone_hash: &[u8]) -> Result<(), Fault> {
    let row = (
        (a::station_id.eq(station), a::id.eq(one.id), a::name_sealed.eq(&one.name_sealed)),
        (a::phone_sealed.eq(&one.phone_sealed), a::phone_hash.eq(phone_hash), a::made_at.eq(Ts(one.made_at))),
    );
    on!(c, c => diesel::insert_into(a::table).values(row).execute(c))?;
    Ok(())
}

/// All of a station, the oldest first.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<(AskId, Vec<u8>, Vec<u8>, Ts)> = on!(c, c => a::table
        .filter(a::station_id.eq(station))
        .order((a::made_at, a::id))
        .select((a::id, a::name_sealed, a::phone_sealed, a::made_at))
        .load(c))?;
    let to = |(id, name_sealed, phone_sealed, made_at): (AskId, Vec<u8>, Vec<u8>, Ts)| Kept {
        id,
        name_sealed,
        phone_sealed,
        made_at: made_at.0,
    };
    Ok(rows.into_iter().map(to).collect())
}

/// Where a number waits to be called.
pub fn of_phone(c: &mut Conn, phone_hash: &[u8]) -> Result<Vec<(StationId, AskId, Timestamp)>, Fault> {
    let rows: Vec<(StationId, AskId, Ts)> = on!(c, c => a::table
        .filter(a::phone_hash.eq(phone_hash))
        .order((a::station_id, a::id))
        .select((a::station_id, a::id, a::made_at))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, id, at)| (station, id, at.0)).collect())
}

/// Whether there was one.
pub fn remove(c: &mut Conn, station: StationId, id: AskId) -> Result<bool, Fault> {
    Ok(on!(c, c => diesel::delete(a::table.find((station, id))).execute(c))? > 0)
}

/// Forgets those older than `before`. Returns how many.
pub fn forget_old(c: &mut Conn, before: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(a::table.filter(a::made_at.le(Ts(before)))).execute(c))?)
}
