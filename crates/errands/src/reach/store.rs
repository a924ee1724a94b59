//! The call list: one row for each thing that one person has to be told.
use diesel::prelude::*;
use jiff::Timestamp;

use super::rules::{About, Called};
use super::schema::call_list as l;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use people::StaffId;

/// The purposes under which a name on the list and what to say are sealed.
const NAME: &str = "call-list-name";
const TEXT: &str = "call-list-text";
/// So many are shown: nobody telephones more people than that before the list changes.
const MOST: i64 = 200;

/// One person to be told, opened for the clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: Id,
    pub about: About,
    pub name: Option<String>,
    pub text: String,
    pub made_at: Timestamp,
    /// Afterwards it is of no use any more.
    pub due_at: Timestamp,
    pub state: Called,
}

/// Writes somebody on the list.
pub fn add(
    c: &mut Conn,
    house: &House,
    station: StationId,
    (about, name): (About, Option<&str>),
    (text, due_at): (&str, Timestamp),
) -> Result<Id, Fault> {
    let id = house.new_id();
    let row = (
        (l::station_id.eq(station), l::id.eq(id), l::about_kind.eq(about.kind()), l::about_id.eq(about.id())),
        (l::name_sealed.eq(name.map(|n| house.keys.seal(NAME, n, &house.chance))),),
        (l::text_sealed.eq(house.keys.seal(TEXT, text, &house.chance)), l::made_at.eq(Ts(house.now()))),
        (l::due_at.eq(Ts(due_at)), l::state.eq(Called::Open as i16)),
    );
    on!(c, c => diesel::insert_into(l::table).values(row).execute(c))?;
    Ok(id)
}

type Row = (Id, i16, Id, Option<Vec<u8>>, Vec<u8>, Ts, Ts, i16);

/// Who is to be told at `now`, the most urgent first. What is of no use any more is left out.
pub fn open_of(c: &mut Conn, house: &House, station: StationId, now: Timestamp) -> Result<Vec<Entry>, Fault> {
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::state.eq(Lit::<0>)).and(l::due_at.gt(Ts(now))))
        .order((l::due_at, l::id))
        .limit(MOST)
        .select((l::id, l::about_kind, l::about_id, l::name_sealed, l::text_sealed, l::made_at, l::due_at, l::state))
        .load(c))?;
    rows.into_iter().map(|row| opened(house, row)).collect()
}

fn opened(house: &House, (id, kind, about, name, text, made_at, due_at, state): Row) -> Result<Entry, Fault> {
    let odd = || Fault::broken(format!("entry {id} of the call list makes no sense; run `yizhan check`"));
    Ok(Entry {
        id,
        about: About::of(kind, about).ok_or_else(odd)?,
        name: name.map(|n| house.keys.open(NAME, &n)).transpose().map_err(Fault::broken)?,
        text: house.keys.open(TEXT, &text).map_err(Fault::broken)?,
        made_at: made_at.0,
        due_at: due_at.0,
        state: Called::of(state).ok_or_else(odd)?,
    })
}

/// Notes what became of a call. Said twice it is said once: what is settled stays as it is, and `false` says so.
pub fn settle(
    c: &mut Conn,
    station: StationId,
    id: Id,
    (became, staff): (Called, Option<StaffId>),
    now: Timestamp,
) -> Result<bool, Fault> {
    let open = l::table.find((station, id)).filter(l::state.eq(Lit::<0>));
    let set = (l::state.eq(became as i16), l::settled_at.eq(Ts(now)), l::by_id.eq(staff.map(|s| s.0)));
    Ok(on!(c, c => diesel::update(open).set(set).execute(c))? > 0)
}

/// What is still to be told about something is of no use any more: they are here, or something newer is to be told.
pub fn overtake(c: &mut Conn, station: StationId, about: About, now: Timestamp) -> Result<(), Fault> {
    let open = l::table
        .filter(l::station_id.eq(station).and(l::about_id.eq(about.id())).and(l::about_kind.eq(about.kind())))
        .filter(l::state.eq(Lit::<0>));
    let set = (l::state.eq(Called::TooLate as i16), l::settled_at.eq(Ts(now)));
    on!(c, c => diesel::update(open).set(set).execute(c))?;
    Ok(())
}

/// How many are to be told at `now`.
pub fn count_open(c: &mut Conn, station: StationId, now: Timestamp) -> Result<i64, Fault> {
    Ok(on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::state.eq(Lit::<0>)).and(l::due_at.gt(Ts(now))))
        .count()
        .get_result(c))?)
}

/// Whether there is such an entry, settled or not.
pub fn exists(c: &mut Conn, station: StationId, id: Id) -> Result<bool, Fault> {
    let found: Option<Id> = on!(c, c => l::table.find((station, id)).select(l::id).first(c).optional())?;
    Ok(found.is_some())
}

/// Writes down that up to `most` entries of all stations came too late to be told. Whether there may be more.
pub fn lapse(c: &mut Conn, now: Timestamp, most: i64) -> Result<bool, Fault> {
    let late: Vec<(StationId, Id)> = on!(c, c => l::table
        .filter(l::state.eq(Lit::<0>).and(l::due_at.le(Ts(now))))
        .order(l::due_at)
        .limit(most)
        .select((l::station_id, l::id))
        .load(c))?;
    for (station, id) in &late {
        settle(c, *station, *id, (Called::TooLate, None), now)?;
    }
    Ok(late.len() as i64 == most)
}

/// Drops what waits at a station: an import lays out what people have known for long.
pub fn drop_waiting(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    let waiting = l::table.filter(l::station_id.eq(station).and(l::state.eq(Lit::<0>)));
    on!(c, c => diesel::delete(waiting).execute(c))?;
    Ok(())
}

/// Forgets what was to be told about something: whoever it concerned is forgotten, or knows better now.
pub fn forget_about(c: &mut Conn, station: StationId, about: About) -> Result<(), Fault> {
    let rows = l::table.filter(l::station_id.eq(station).and(l::about_id.eq(about.id())));
    on!(c, c => diesel::delete(rows).execute(c))?;
    Ok(())
}

/// Forgets up to `most` entries of all stations that were made before `at`. Whether there may be more.
pub fn forget_old(c: &mut Conn, at: Timestamp, most: i64) -> Result<bool, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => l::table
        .filter(l::made_at.le(Ts(at)))
        .order(l::made_at)
        .limit(most)
        .select((l::station_id, l::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(l::table.find(*key)).execute(c))?;
    }
    Ok(old.len() as i64 == most)
}
