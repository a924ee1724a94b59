//! Cars that stand in the way.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::parking::schema::parking_moves as m;
use crate::parking::{LotId, MoveId};
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub id: MoveId,
    pub lot: LotId,
    pub on: Date,
    /// Where it stands.
    pub spot: String,
    pub plate_sealed: Option<Vec<u8>>,
    pub asker_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    pub done: bool,
    pub made_at: Timestamp,
}

type Sealed = Option<Vec<u8>>;
type Row = (MoveId, LotId, On, String, Sealed, Sealed, Sealed, Sealed, bool, Ts);

macro_rules! columns {
    () => {
        (
            m::id,
            m::lot_id,
            m::on_day,
            m::spot,
            m::plate_sealed,
            m::asker_sealed,
            m::phone_sealed,
            m::phone_hash,
            m::done,
            m::made_at,
        )
    };
}

fn to_move((id, lot, on, spot, plate_sealed, asker_sealed, phone_sealed, phone_hash, done, made_at): Row) -> Move {
    Move { id, lot, on: on.0, spot, plate_sealed, asker_sealed, phone_sealed, phone_hash, done, made_at: made_at.0 }
}

pub fn insert(c: &mut Conn, station: StationId, one: &Move, staff: StaffId) -> Result<(), Fault> {
    let row = (
        (m::station_id.eq(station), m::id.eq(one.id), m::lot_id.eq(one.lot), m::on_day.eq(On(one.on))),
        (m::spot.eq(&one.spot), m::plate_sealed.eq(&one.plate_sealed), m::asker_sealed.eq(&one.asker_sealed)),
        (m::phone_sealed.eq(&one.phone_sealed), m::phone_hash.eq(&one.phone_hash), m::done.eq(one.done)),
        (m::made_by.eq(Some(staff.0)), m::made_at.eq(Ts(one.made_at))),
    );
    on!(c, c => diesel::insert_into(m::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: MoveId) -> Result<Move, Fault> {
    let row: Row = on!(c, c => m::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_move(row))
}

/// Those of some lots, the newest first.
pub fn of_lots(c: &mut Conn, station: StationId, lots: &[LotId]) -> Result<Vec<Move>, Fault> {
    let rows: Vec<Row> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::lot_id.eq_any(lots)))
        .order((m::done, m::made_at.desc(), m::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_move).collect())
}

/// It has been moved. Whether nobody had said so yet.
pub fn set_done(c: &mut Conn, station: StationId, id: MoveId, now: Timestamp) -> Result<bool, Fault> {
    let one = m::station_id.eq(station).and(m::id.eq(id)).and(m::done.eq(false));
    let set = (m::done.eq(true), m::done_at.eq(Some(Ts(now))));
    Ok(on!(c, c => diesel::update(m::table.filter(one)).set(set).execute(c))? > 0)
}

/// Those of all stations that were asked with a number.
pub fn with_phone(c: &mut Conn, phone_hash: &[u8]) -> Result<Vec<(StationId, Move)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => m::table
        .filter(m::phone_hash.is_not_null().and(m::phone_hash.eq(phone_hash)))
        .order((m::station_id, m::id))
        .select((m::station_id, columns!()))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, row)| (station, to_move(row))).collect())
}

macro_rules! emptied {
    () => {
        (
            m::plate_sealed.eq(None::<Vec<u8>>),
            m::asker_sealed.eq(None::<Vec<u8>>),
            m::phone_sealed.eq(None::<Vec<u8>>),
            m::phone_hash.eq(None::<Vec<u8>>),
        )
    };
}

/// Takes everybody out of a row.
pub fn forget(c: &mut Conn, station: StationId, id: MoveId) -> Result<(), Fault> {
    on!(c, c => diesel::update(m::table.find((station, id))).set(emptied!()).execute(c))?;
    Ok(())
}

/// The same for all of days before `day`.
pub fn forget_before(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    let old = m::table.filter(m::on_day.lt(On(day)).and(m::plate_sealed.is_not_null()));
    Ok(on!(c, c => diesel::update(old).set(emptied!()).execute(c))?)
}
