//! Who wants a stall place, and who has one.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::OccurrenceId;
use crate::fair::StallId;
use crate::fair::rules::{Goods, Stall, Stands};
use crate::fair::schema::stall_applications as a;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub stall: Stall,
    pub fair: OccurrenceId,
    pub on: Date,
    pub name_sealed: Option<Vec<u8>>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    pub made_at: Timestamp,
}

type Sealed = Option<Vec<u8>>;
type Row = (
    (StallId, OccurrenceId, i32, i32, i16, String, i16, bool),
    (String, bool, Sealed, Sealed, Sealed, i16, Option<String>, Ts, On),
);

macro_rules! columns {
    () => {
        (
            (a::id, a::occurrence_id, a::number, a::turn, a::goods, a::sells, a::metres, a::power),
            (
                a::trade_name,
                a::trade_public,
                a::name_sealed,
                a::phone_sealed,
                a::phone_hash,
                a::state,
                a::code,
                a::made_at,
                a::on_day,
            ),
        )
    };
}

fn to_kept((what, who): Row) -> Result<Kept, Fault> {
    let (id, fair, number, turn, goods, sells, metres, power) = what;
    let (trade_name, trade_public, name_sealed, phone_sealed, phone_hash, state, code, made_at, on) = who;
    let odd = || Fault::broken(format!("stall application {id} makes no sense; run `yizhan check`"));
    let goods = Goods::of(goods).ok_or_else(odd)?;
    let state = Stands::of(state).ok_or_else(odd)?;
    let stall = Stall { id, number, turn, goods, sells, metres, power, trade_name, trade_public, state, code };
    Ok(Kept { stall, fair, on: on.0, name_sealed, phone_sealed, phone_hash, made_at: made_at.0 })
}

pub fn insert(c: &mut Conn, station: StationId, kept: &Kept, by: Option<StaffId>) -> Result<(), Fault> {
    let s = &kept.stall;
    let row = (
        (a::station_id.eq(station), a::id.eq(s.id), a::occurrence_id.eq(kept.fair), a::on_day.eq(On(kept.on))),
        (a::number.eq(s.number), a::turn.eq(s.turn), a::goods.eq(s.goods as i16), a::sells.eq(&s.sells)),
        (
            a::metres.eq(s.metres),
            a::power.eq(s.power),
            a::trade_name.eq(&s.trade_name),
            a::trade_public.eq(s.trade_public),
        ),
        (
            a::name_sealed.eq(&kept.name_sealed),
            a::phone_sealed.eq(&kept.phone_sealed),
            a::phone_hash.eq(&kept.phone_hash),
        ),
        (
            a::state.eq(s.state as i16),
            a::code.eq(&s.code),
            a::made_by.eq(by.map(|b| b.0)),
            a::made_at.eq(Ts(kept.made_at)),
        ),
    );
    on!(c, c => diesel::insert_into(a::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: StallId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => a::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// All of a fair, in line.
pub fn of_fair(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => a::table
        .filter(a::station_id.eq(station).and(a::occurrence_id.eq(fair)))
        .order((a::turn, a::number))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// The number of the next who comes. The fair is held.
pub fn next_number(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<i32, Fault> {
    let of_fair = a::station_id.eq(station).and(a::occurrence_id.eq(fair));
    let last: Option<i32> = on!(c, c => a::table.filter(of_fair).select(diesel::dsl::max(a::number)).first(c))?;
    Ok(last.unwrap_or(0) + 1)
}

/// How an application stands from now on, and which place it has.
pub fn set(c: &mut Conn, station: StationId, id: StallId, (state, code): (Stands, Option<&str>)) -> Result<(), Fault> {
    on!(c, c => diesel::update(a::table.find((station, id)))
        .set((a::state.eq(state as i16), a::code.eq(code)))
        .execute(c))?;
    Ok(())
}

pub fn set_turn(c: &mut Conn, station: StationId, id: StallId, turn: i32) -> Result<(), Fault> {
    on!(c, c => diesel::update(a::table.find((station, id))).set(a::turn.eq(turn)).execute(c))?;
    Ok(())
}

/// Those of all stations with a number.
pub fn with_phone(c: &mut Conn, phone_hash: &[u8]) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => a::table
        .filter(a::phone_hash.is_not_null().and(a::phone_hash.eq(phone_hash)))
        .order((a::station_id, a::id))
        .select((a::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

macro_rules! emptied {
    () => {
        (
            a::name_sealed.eq(None::<Vec<u8>>),
            a::phone_sealed.eq(None::<Vec<u8>>),
            a::phone_hash.eq(None::<Vec<u8>>),
            a::trade_name.eq(""),
            a::trade_public.eq(false),
        )
    };
}

/// Takes whoever it is out of an application.
pub fn forget(c: &mut Conn, station: StationId, id: StallId) -> Result<(), Fault> {
    on!(c, c => diesel::update(a::table.find((station, id))).set(emptied!()).execute(c))?;
    Ok(())
}

/// The same for all of fairs before `day`.
pub fn forget_before(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    let old = a::table.filter(a::on_day.lt(On(day)).and(a::name_sealed.is_not_null()));
    Ok(on!(c, c => diesel::update(old).set(emptied!()).execute(c))?)
}
