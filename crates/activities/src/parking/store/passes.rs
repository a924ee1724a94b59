//! Marshals' links.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::parking::schema::{parking_lots as l, parking_passes as p};
use crate::parking::{LotId, PassId};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    pub id: PassId,
    pub lot: LotId,
    /// Where whoever has it stands.
    pub label: String,
    /// When its lot closes.
    pub closes: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

/// So long after the lot has closed a phone that had no line may still send what was tapped on it.
const AFTERWARDS: SignedDuration = SignedDuration::from_hours(12);

impl Pass {
    pub fn until(&self) -> Timestamp {
        self.closes + AFTERWARDS
    }

    pub fn holds(&self, now: Timestamp) -> bool {
        self.withdrawn_at.is_none() && now < self.until()
    }
}

type Row = (PassId, LotId, String, Ts, Option<Ts>);

fn to_pass((id, lot, label, closes, withdrawn): Row) -> Pass {
    Pass { id, lot, label, closes: closes.0, withdrawn_at: withdrawn.map(|at| at.0) }
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    (pass, secret_hash): (&Pass, &[u8]),
    (staff, now): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(pass.id), p::lot_id.eq(pass.lot), p::label.eq(&pass.label)),
        (p::secret_hash.eq(secret_hash), p::made_by.eq(Some(staff.0))),
        (p::made_at.eq(Ts(now)), p::withdrawn_at.eq(None::<Ts>)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Whoever has the secret has the pass, withdrawn or not.
pub fn by_secret(c: &mut Conn, station: StationId, secret_hash: &[u8]) -> Result<Pass, Fault> {
    let row: Row = on!(c, c => p::table
        .inner_join(l::table.on(l::station_id.eq(p::station_id).and(l::id.eq(p::lot_id))))
        .filter(p::secret_hash.eq(secret_hash).and(p::station_id.eq(station)))
        .select((p::id, p::lot_id, p::label, l::closes_at, p::withdrawn_at))
        .first(c))?;
    Ok(to_pass(row))
}

pub fn of_lot(c: &mut Conn, station: StationId, lot: LotId) -> Result<Vec<Pass>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .inner_join(l::table.on(l::station_id.eq(p::station_id).and(l::id.eq(p::lot_id))))
        .filter(p::station_id.eq(station).and(p::lot_id.eq(lot)))
        .order((p::made_at, p::id))
        .select((p::id, p::lot_id, p::label, l::closes_at, p::withdrawn_at))
        .load(c))?;
    Ok(rows.into_iter().map(to_pass).collect())
}

/// Takes a pass back. Whether it still held.
pub fn withdraw(c: &mut Conn, station: StationId, (lot, id): (LotId, PassId), now: Timestamp) -> Result<bool, Fault> {
    let one = p::station_id.eq(station).and(p::id.eq(id)).and(p::lot_id.eq(lot)).and(p::withdrawn_at.is_null());
    let n = on!(c, c => diesel::update(p::table.filter(one)).set(p::withdrawn_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(n > 0)
}
