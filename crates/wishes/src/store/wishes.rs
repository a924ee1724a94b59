//! Wishes as they stand.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::StaffId;

use crate::WishId;
use crate::rules::{Band, Draft, Item, Kind, State, Wish};
use crate::schema::wishes as w;

type What = (i16, String, i16, Option<i64>);
type When = (Ts, Ts, Option<Ts>, Option<On>);
type Row = (WishId, What, i16, i32, StaffId, When, String);

macro_rules! columns {
    () => {
        (
            w::id,
            (w::kind, w::item, w::band, w::village),
            w::state,
            w::version,
            w::coordinator,
            (w::made_at, w::changed_at, w::public_at, w::ends_on),
            w::referred_to,
        )
    };
}

fn to_wish(
    (id, (kind, item, band, village), state, version, coordinator, when, referred_to): Row,
) -> Result<Wish, Fault> {
    let odd = |what: &str| Fault::broken(format!("wish {id} has a {what} that there is not"));
    let (made, changed, public, ends_on) = when;
    Ok(Wish {
        id,
        draft: Draft {
            kind: Kind::of(kind).ok_or_else(|| odd("kind"))?,
            item: Item::kept(item),
            band: Band::of(band).ok_or_else(|| odd("band"))?,
            village,
        },
        state: State::of(state).ok_or_else(|| odd("state"))?,
        version,
        coordinator,
        made_at: made.0,
        changed_at: changed.0,
        public_at: public.map(|at| at.0),
        ends_on: ends_on.map(|on| on.0),
        referred_to,
    })
}

pub fn insert(c: &mut Conn, station: StationId, one: &Wish) -> Result<(), Fault> {
    let d = &one.draft;
    let row = (
        (w::station_id.eq(station), w::id.eq(one.id), w::kind.eq(d.kind as i16), w::item.eq(d.item.as_str())),
        (
            w::band.eq(d.band as i16),
            w::village.eq(d.village),
            w::state.eq(one.state as i16),
            w::version.eq(one.version),
        ),
        (w::coordinator.eq(one.coordinator), w::made_at.eq(Ts(one.made_at)), w::changed_at.eq(Ts(one.changed_at))),
        (
            w::public_at.eq(one.public_at.map(Ts)),
            w::ends_on.eq(one.ends_on.map(On)),
            w::referred_to.eq(&one.referred_to),
        ),
    );
    on!(c, c => diesel::insert_into(w::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: WishId) -> Result<Wish, Fault> {
    to_wish(on!(c, c => w::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// The same, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: WishId) -> Result<Wish, Fault> {
    hold!(c, w::table.find((station, id)).select(w::id))?;
    by_id(c, station, id)
}

/// Writes what may change.
pub fn set(c: &mut Conn, station: StationId, one: &Wish) -> Result<(), Fault> {
    let d = &one.draft;
    let set = (
        (w::kind.eq(d.kind as i16), w::item.eq(d.item.as_str()), w::band.eq(d.band as i16), w::village.eq(d.village)),
        (w::state.eq(one.state as i16), w::version.eq(one.version), w::coordinator.eq(one.coordinator)),
        (w::changed_at.eq(Ts(one.changed_at)), w::public_at.eq(one.public_at.map(Ts))),
        (w::ends_on.eq(one.ends_on.map(On)), w::referred_to.eq(&one.referred_to)),
    );
    on!(c, c => diesel::update(w::table.find((station, one.id))).set(set).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(w::table.find((station, id))).execute(c))?;
    Ok(())
}

/// Up to `most` that everybody may take on on the day `today`, the newest first, of one kind or all and of one band or all, older than
/// the instant and id `before`.
pub fn open(
    c: &mut Conn,
    station: StationId,
    (kind, band, today): (Option<Kind>, Option<Band>, Date),
    before: Option<(Timestamp, WishId)>,
    most: i64,
) -> Result<Vec<Wish>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut all = w::table
            .filter(w::station_id.eq(station).and(w::state.eq(State::Open as i16)).and(w::ends_on.ge(On(today))))
            .into_boxed();
        if let Some(kind) = kind {
            all = all.filter(w::kind.eq(kind as i16));
        }
        if let Some(band) = band {
            all = all.filter(w::band.eq(band as i16));
        }
        if let Some((at, id)) = before {
            let at = Some(Ts(at));
            all = all.filter(w::public_at.lt(at).or(w::public_at.eq(at).and(w::id.lt(id))));
        }
        all.order((w::public_at.desc(), w::id.desc())).limit(most).select(columns!()).load(c)
    })?;
    rows.into_iter().map(to_wish).collect()
}

/// How many there are of them.
pub fn count_open(c: &mut Conn, station: StationId, today: Date) -> Result<i64, Fault> {
    Ok(on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::state.eq(State::Open as i16)).and(w::ends_on.ge(On(today))))
        .count()
        .get_result(c))?)
}

/// All of a station, the oldest first.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Wish>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station))
        .order((w::made_at, w::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_wish).collect()
}

/// Those of all stations that nobody has and whose last day is before `day`.
pub fn over(c: &mut Conn, day: Date, most: i64) -> Result<Vec<(StationId, WishId)>, Fault> {
    Ok(on!(c, c => w::table
        .filter(w::state.eq(State::Open as i16).and(w::ends_on.lt(On(day))))
        .order((w::station_id, w::id))
        .limit(most)
        .select((w::station_id, w::id))
        .load(c))?)
}

/// Those of all stations that stand as one of `states` since `before`, after the key `after`.
pub fn unchanged_since(
    c: &mut Conn,
    states: &[State],
    before: Timestamp,
    after: (StationId, WishId),
    most: i64,
) -> Result<Vec<(StationId, WishId)>, Fault> {
    let states: Vec<i16> = states.iter().map(|state| *state as i16).collect();
    let (station, id) = after;
    Ok(on!(c, c => w::table
        .filter(w::state.eq_any(&states).and(w::changed_at.le(Ts(before))))
        .filter(w::station_id.gt(station).or(w::station_id.eq(station).and(w::id.gt(id))))
        .order((w::station_id, w::id))
        .limit(most)
        .select((w::station_id, w::id))
        .load(c))?)
}
