//! Lots with their bays.
use diesel::prelude::*;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::taps;
use crate::OccurrenceId;
use crate::parking::LotId;
use crate::parking::rules::{Ahead, Bays, Class, Lot, Name};
use crate::parking::schema::{parking_bays as b, parking_lots as l};
use kernel::db::Conn;
use kernel::db::types::{Json, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

type Row =
    ((LotId, String, String, String, String, Option<f64>, Option<f64>), (i16, i16, Ts, Ts, Option<Ts>, Option<String>));
type BayRow = (LotId, i16, i32, Json, i32, Option<Ts>, Option<Ts>);

macro_rules! columns {
    () => {
        (
            (l::id, l::slug, l::name_zh, l::name_en, l::address, l::lat, l::lon),
            (l::place, l::threshold, l::opens_at, l::closes_at, l::leave_by, l::shut_why),
        )
    };
}

fn to_lot(((id, slug, zh, en, address, lat, lon), (place, threshold, opens, closes, leave_by, shut)): Row) -> Lot {
    Lot {
        id,
        slug,
        name: Name { zh, en },
        address,
        at: lat.zip(lon),
        place,
        threshold,
        opens: opens.0,
        closes: closes.0,
        leave_by: leave_by.map(|at| at.0),
        shut,
        bays: vec![],
    }
}

fn to_bays((lot, class, capacity, held, parked, seen_at, recounted_at): BayRow) -> Result<(LotId, Bays), Fault> {
    let odd = || Fault::broken(format!("lot {lot} has bays of a class that there is not; run `yizhan check`"));
    let bays = Bays {
        class: Class::of(class).ok_or_else(odd)?,
        capacity,
        held: held.read()?,
        parked,
        seen_at: seen_at.map(|at| at.0),
        recounted_at: recounted_at.map(|at| at.0),
        ahead: None,
    };
    Ok((lot, bays))
}

/// Clocks of machines that share a database differ by less.
const MOMENT: SignedDuration = SignedDuration::from_secs(10);

/// As they were counted up to `now`: what the row counts ahead of it is set apart.
fn as_of(c: &mut Conn, station: StationId, (lot, bays): (LotId, &mut Bays), now: Timestamp) -> Result<(), Fault> {
    let Some(until) = bays.seen_at.filter(|at| *at > now + MOMENT) else { return Ok(()) };
    let mut so_far = taps::changes(c, station, lot, bays.class)?;
    so_far.retain(|change| change.at <= now + MOMENT);
    let parked: i32 = so_far.iter().map(|change| change.step).sum();
    bays.ahead = Some(Ahead { step: bays.parked - parked, until });
    (bays.parked, bays.seen_at) = (parked, so_far.last().map(|change| change.at));
    Ok(())
}

fn with_bays(c: &mut Conn, station: StationId, rows: Vec<Row>, now: Timestamp) -> Result<Vec<Lot>, Fault> {
    let mut lots: Vec<Lot> = rows.into_iter().map(to_lot).collect();
    let ids: Vec<LotId> = lots.iter().map(|lot| lot.id).collect();
    let rows: Vec<BayRow> = on!(c, c => b::table
        .filter(b::station_id.eq(station).and(b::lot_id.eq_any(&ids)))
        .order((b::lot_id, b::class))
        .select((b::lot_id, b::class, b::capacity, b::held, b::parked, b::seen_at, b::recounted_at))
        .load(c))?;
    for row in rows {
        let (id, mut bays) = to_bays(row)?;
        as_of(c, station, (id, &mut bays), now)?;
        if let Some(lot) = lots.iter_mut().find(|lot| lot.id == id) {
            lot.bays.push(bays);
        }
    }
    Ok(lots)
}

/// The lots of a fair in the order in which they fill, as they stand at `now`.
pub fn of_fair(c: &mut Conn, station: StationId, fair: OccurrenceId, now: Timestamp) -> Result<Vec<Lot>, Fault> {
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::occurrence_id.eq(fair)))
        .order((l::place, l::slug))
        .select(columns!())
        .load(c))?;
    with_bays(c, station, rows, now)
}

fn by_id(c: &mut Conn, station: StationId, id: LotId, now: Timestamp) -> Result<Lot, Fault> {
    let row: Row = on!(c, c => l::table.find((station, id)).select(columns!()).first(c))?;
    with_bays(c, station, vec![row], now)?.into_iter().next().ok_or(Fault::NotFound)
}

/// Whoever counts at a lot holds it: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: LotId, now: Timestamp) -> Result<Lot, Fault> {
    let one = || l::table.filter(l::station_id.eq(station).and(l::id.eq(id)));
    hold_rows!(c, one().select(l::id))?;
    by_id(c, station, id, now)
}

/// The fair that a lot belongs to.
pub fn fair_of(c: &mut Conn, station: StationId, id: LotId) -> Result<OccurrenceId, Fault> {
    Ok(on!(c, c => l::table.find((station, id)).select(l::occurrence_id).first(c))?)
}

pub fn day_of(c: &mut Conn, station: StationId, id: LotId) -> Result<Date, Fault> {
    let day: On = on!(c, c => l::table.find((station, id)).select(l::on_day).first(c))?;
    Ok(day.0)
}

/// Whether a fair has a lot of that name.
pub fn has(c: &mut Conn, station: StationId, (fair, slug): (OccurrenceId, &str)) -> Result<bool, Fault> {
    let found: Option<LotId> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::occurrence_id.eq(fair)).and(l::slug.eq(slug)))
        .select(l::id)
        .first(c)
        .optional())?;
    Ok(found.is_some())
}

/// What can be written anew, as columns.
macro_rules! kept {
    ($lot:expr) => {{
        let lot: &Lot = $lot;
        (
            (l::slug.eq(&lot.slug), l::name_zh.eq(&lot.name.zh), l::name_en.eq(&lot.name.en)),
            (l::address.eq(&lot.address), l::lat.eq(lot.at.map(|p| p.0)), l::lon.eq(lot.at.map(|p| p.1))),
            (l::place.eq(lot.place), l::threshold.eq(lot.threshold), l::opens_at.eq(Ts(lot.opens))),
            (l::closes_at.eq(Ts(lot.closes)), l::leave_by.eq(lot.leave_by.map(Ts)), l::shut_why.eq(&lot.shut)),
        )
    }};
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    (fair, on): (OccurrenceId, Date),
    lot: &Lot,
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (l::station_id.eq(station), l::id.eq(lot.id), l::occurrence_id.eq(fair), l::on_day.eq(On(on))),
        kept!(lot),
        l::made_at.eq(Ts(now)),
    );
    on!(c, c => diesel::insert_into(l::table).values(row).execute(c))?;
    for bays in &lot.bays {
        set_bays(c, station, lot.id, bays)?;
    }
    Ok(())
}

/// Writes the lot anew, but not its bays.
pub fn set(c: &mut Conn, station: StationId, lot: &Lot) -> Result<(), Fault> {
    on!(c, c => diesel::update(l::table.find((station, lot.id))).set(kept!(lot)).execute(c))?;
    Ok(())
}

/// The bays of a class as they are from now on.
pub fn set_bays(c: &mut Conn, station: StationId, lot: LotId, bays: &Bays) -> Result<(), Fault> {
    let parked = bays.parked + bays.ahead.map_or(0, |ahead| ahead.step);
    let seen_at = bays.ahead.map(|ahead| ahead.until).or(bays.seen_at);
    let all = (
        (b::capacity.eq(bays.capacity), b::held.eq(Json::of(&bays.held)?), b::held_bays.eq(bays.held_bays())),
        (b::parked.eq(parked), b::seen_at.eq(seen_at.map(Ts))),
        b::recounted_at.eq(bays.recounted_at.map(Ts)),
    );
    on!(c, c => diesel::insert_into(b::table)
        .values((b::station_id.eq(station), b::lot_id.eq(lot), b::class.eq(bays.class as i16), all.clone()))
        .on_conflict((b::station_id, b::lot_id, b::class))
        .do_update()
        .set(all)
        .execute(c))?;
    Ok(())
}

/// Takes the bays of a class away that nobody has counted yet.
pub fn remove_bays(c: &mut Conn, station: StationId, lot: LotId, class: Class) -> Result<(), Fault> {
    on!(c, c => diesel::delete(b::table.find((station, lot, class as i16))).execute(c))?;
    Ok(())
}

/// Takes a lot away at which nobody has counted yet.
pub fn remove(c: &mut Conn, station: StationId, id: LotId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(b::table.filter(b::station_id.eq(station).and(b::lot_id.eq(id)))).execute(c))?;
    on!(c, c => diesel::delete(l::table.find((station, id))).execute(c))?;
    Ok(())
}
