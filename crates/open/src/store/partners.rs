//! Partners and the hashes of their keys.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::PartnerId;
use crate::schema::open_partners as p;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    pub id: PartnerId,
    /// An office or a firm.
    pub name: String,
    /// The last letters of its key.
    pub key_end: String,
    pub made_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

type Row = (PartnerId, String, String, Ts, Option<Ts>);

fn to_partner((id, name, key_end, made_at, withdrawn): Row) -> Partner {
    Partner { id, name, key_end, made_at: made_at.0, withdrawn_at: withdrawn.map(|at| at.0) }
}

/// Locks the keys of a station, so that they are counted one after the other.
pub fn hold(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    Ok(kernel::hold!(c, p::table.filter(p::station_id.eq(station)).order(p::id).select(p::id))?)
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    (partner, key_hash): (&Partner, &[u8]),
    staff: StaffId,
) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(partner.id), p::name.eq(&partner.name)),
        (p::key_hash.eq(key_hash), p::key_end.eq(&partner.key_end)),
        (p::made_by.eq(staff.0), p::made_at.eq(Ts(partner.made_at))),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Those in use first, the newest first.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Partner>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station))
        .order((p::made_at.desc(), p::id))
        .select((p::id, p::name, p::key_end, p::made_at, p::withdrawn_at))
        .load(c))?;
    let mut all: Vec<Partner> = rows.into_iter().map(to_partner).collect();
    all.sort_by_key(|p| p.withdrawn_at.is_some());
    Ok(all)
}

pub fn one(c: &mut Conn, station: StationId, id: PartnerId) -> Result<Partner, Fault> {
    let row: Row = on!(c, c => p::table
        .find((station, id))
        .select((p::id, p::name, p::key_end, p::made_at, p::withdrawn_at))
        .first(c))?;
    Ok(to_partner(row))
}

/// Whose key it is, unless it was withdrawn.
pub fn by_key(c: &mut Conn, station: StationId, key_hash: &[u8]) -> Result<Option<Partner>, Fault> {
    let row: Option<Row> = on!(c, c => p::table
        .filter(p::key_hash.eq(key_hash).and(p::station_id.eq(station)).and(p::withdrawn_at.is_null()))
        .select((p::id, p::name, p::key_end, p::made_at, p::withdrawn_at))
        .first(c)
        .optional())?;
    Ok(row.map(to_partner))
}

pub fn count_live(c: &mut Conn, station: StationId) -> Result<usize, Fault> {
    let live = p::table.filter(p::station_id.eq(station).and(p::withdrawn_at.is_null()));
    let n: i64 = on!(c, c => live.count().get_result(c))?;
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}

/// Whether the key still held.
pub fn withdraw(
    c: &mut Conn,
    station: StationId,
    id: PartnerId,
    staff: StaffId,
    now: Timestamp,
) -> Result<bool, Fault> {
    let one = p::table.filter(p::station_id.eq(station).and(p::id.eq(id)).and(p::withdrawn_at.is_null()));
    let to = (p::withdrawn_by.eq(Some(staff.0)), p::withdrawn_at.eq(Some(Ts(now))));
    Ok(on!(c, c => diesel::update(one).set(to).execute(c))? > 0)
}
