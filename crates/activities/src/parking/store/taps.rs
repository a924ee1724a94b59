//! The ledger of what was tapped and counted. Rows are added and never changed.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::parking::rules::{Change, Class, Source};
use crate::parking::schema::parking_taps as t;
use crate::parking::{LotId, PassId};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// A row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub nonce: String,
    pub class: Class,
    pub source: Source,
    pub step: i32,
    /// False: pressed before the last recount, which had seen it.
    pub counts: bool,
    /// The count when it was kept.
    pub after: i32,
    pub tapped_at: Timestamp,
    pub kept_at: Timestamp,
    pub pass: Option<PassId>,
    pub staff: Option<StaffId>,
    pub reason: String,
}

pub fn insert(c: &mut Conn, station: StationId, lot: LotId, tap: &Kept) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(station), t::lot_id.eq(lot), t::nonce.eq(&tap.nonce), t::class.eq(tap.class as i16)),
        (t::source.eq(tap.source as i16), t::step.eq(tap.step), t::counts.eq(tap.counts), t::after.eq(tap.after)),
        (t::tapped_at.eq(Ts(tap.tapped_at)), t::kept_at.eq(Ts(tap.kept_at)), t::reason.eq(&tap.reason)),
        (t::pass_id.eq(tap.pass), t::staff_id.eq(tap.staff.map(|s| s.0))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

/// Which of these nonces are in the ledger of the lot already.
pub fn known(c: &mut Conn, station: StationId, lot: LotId, nonces: &[String]) -> Result<Vec<String>, Fault> {
    Ok(on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::lot_id.eq(lot)).and(t::nonce.eq_any(nonces)))
        .select(t::nonce)
        .load(c))?)
}

/// What changed the count of a class, in the order in which it was pressed.
pub fn changes(c: &mut Conn, station: StationId, lot: LotId, class: Class) -> Result<Vec<Change>, Fault> {
    let rows: Vec<(Ts, i32, i16)> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::lot_id.eq(lot)).and(t::class.eq(class as i16)).and(t::counts))
        .order((t::tapped_at, t::kept_at, t::nonce))
        .select((t::tapped_at, t::step, t::source))
        .load(c))?;
    let change =
        |(at, step, source): (Ts, i32, i16)| Change { at: at.0, step, recount: source == Source::Recount as i16 };
    Ok(rows.into_iter().map(change).collect())
}

/// How many rows a lot has.
pub fn count(c: &mut Conn, station: StationId, lot: LotId) -> Result<i64, Fault> {
    let of_lot = t::station_id.eq(station).and(t::lot_id.eq(lot));
    Ok(on!(c, c => t::table.filter(of_lot).count().get_result(c))?)
}

type Row = (String, i16, i16, i32, bool, i32, Ts, Ts, Option<PassId>, Option<Id>, String);

/// The last rows of a lot, the newest first; only recounts where `recounts`.
pub fn latest(c: &mut Conn, station: StationId, lot: LotId, (recounts, most): (bool, i64)) -> Result<Vec<Kept>, Fault> {
    let least = if recounts { Source::Recount as i16 } else { 0 };
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::lot_id.eq(lot)).and(t::source.ge(least)))
        .order((t::kept_at.desc(), t::tapped_at.desc(), t::nonce))
        .limit(most)
        .select((
            t::nonce, t::class, t::source, t::step, t::counts, t::after, t::tapped_at, t::kept_at, t::pass_id, t::staff_id,
            t::reason,
        ))
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

fn to_kept(
    (nonce, class, source, step, counts, after, tapped_at, kept_at, pass, staff, reason): Row,
) -> Result<Kept, Fault> {
    let odd = || Fault::broken(format!("tap {nonce} makes no sense; run `yizhan check`"));
    Ok(Kept {
        class: Class::of(class).ok_or_else(odd)?,
        source: Source::of(source).ok_or_else(odd)?,
        step,
        counts,
        after,
        tapped_at: tapped_at.0,
        kept_at: kept_at.0,
        pass,
        staff: staff.map(StaffId),
        reason,
        nonce,
    })
}
