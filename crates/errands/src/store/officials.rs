//! 经办人: who does what at a station.
use diesel::prelude::*;

use crate::rules::{DeskId, Name, OfficialId};
use crate::schema::officials as o;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// Somebody who serves. The name is on the door: it is an office, not a private person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub id: OfficialId,
    pub name: String,
    pub title: Name,
    /// With what they sign in; nobody = others declare for them.
    pub staff: Option<StaffId>,
    /// Where they usually sit.
    pub desk: Option<DeskId>,
    /// OpenStreetMap `opening_hours`; empty = the station's.
    pub hours: String,
    /// They agreed that the village is named when they are in one.
    pub shows_village: bool,
}

/// What a manager writes of an official.
pub struct NewOfficial<'a> {
    pub official: &'a Official,
    /// Finds whose text message it is.
    pub phone_hash: Option<&'a [u8]>,
}

type Row = (OfficialId, String, String, String, Option<StaffId>, Option<DeskId>, String, bool);

macro_rules! columns {
    () => {
        (o::id, o::name, o::title_zh, o::title_en, o::staff_id, o::desk_id, o::hours, o::shows_village)
    };
}

fn to_official((id, name, zh, en, staff, desk, hours, shows_village): Row) -> Official {
    Official { id, name, title: Name { zh, en }, staff, desk, hours, shows_village }
}

/// Who serves at the station, in the order in which they were written down.
pub fn officials(c: &mut Conn, station: StationId) -> Result<Vec<Official>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::retired.eq(false)))
        .order(o::id)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_official).collect())
}

pub fn official(c: &mut Conn, station: StationId, id: OfficialId) -> Result<Official, Fault> {
    let row: Row = on!(c, c => o::table
        .find((station, id))
        .filter(o::retired.eq(false))
        .select(columns!())
        .first(c))?;
    Ok(to_official(row))
}

/// The official that somebody of the staff is at this station.
pub fn by_staff(c: &mut Conn, station: StationId, staff: StaffId) -> Result<Option<Official>, Fault> {
    let row: Option<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::staff_id.eq(staff)).and(o::retired.eq(false)))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_official))
}

/// Whose number this is, of all stations: a text message says nothing of where it belongs.
pub fn by_phone_hash(c: &mut Conn, hash: &[u8]) -> Result<Option<(StationId, OfficialId)>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::phone_hash.eq(hash).and(o::retired.eq(false)))
        .select((o::station_id, o::id))
        .first(c)
        .optional())?)
}

pub fn add_official(c: &mut Conn, station: StationId, new: &NewOfficial<'_>) -> Result<(), Fault> {
    let official = new.official;
    let row = (
        (o::station_id.eq(station), o::id.eq(official.id), o::name.eq(&official.name)),
        (o::title_zh.eq(&official.title.zh), o::title_en.eq(&official.title.en), o::staff_id.eq(official.staff)),
        (o::desk_id.eq(official.desk), o::hours.eq(&official.hours), o::phone_hash.eq(new.phone_hash)),
        (o::shows_village.eq(official.shows_village), o::retired.eq(false)),
    );
    on!(c, c => diesel::insert_into(o::table).values(row).execute(c))?;
    Ok(())
}

/// The largest number of an official, also of those who left; 0 without any.
pub fn last_official(c: &mut Conn, station: StationId) -> Result<OfficialId, Fault> {
    let last: Option<OfficialId> = on!(c, c => o::table
        .filter(o::station_id.eq(station))
        .order(o::id.desc())
        .select(o::id)
        .first(c)
        .optional())?;
    Ok(last.unwrap_or(0))
}

/// Writes an official anew, all but the phone.
pub fn set_official(c: &mut Conn, station: StationId, official: &Official) -> Result<(), Fault> {
    on!(c, c => diesel::update(o::table.find((station, official.id)))
        .set((
            (o::name.eq(&official.name), o::title_zh.eq(&official.title.zh), o::title_en.eq(&official.title.en)),
            (o::staff_id.eq(official.staff), o::desk_id.eq(official.desk), o::hours.eq(&official.hours)),
            o::shows_village.eq(official.shows_village),
        ))
        .execute(c))?;
    Ok(())
}

/// The number whose text messages are theirs from now on; none = nobody's.
pub fn set_phone(c: &mut Conn, station: StationId, id: OfficialId, hash: Option<&[u8]>) -> Result<(), Fault> {
    on!(c, c => diesel::update(o::table.find((station, id))).set(o::phone_hash.eq(hash)).execute(c))?;
    Ok(())
}

/// Those who may declare by text message.
pub fn has_phone(c: &mut Conn, station: StationId) -> Result<Vec<OfficialId>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::phone_hash.is_not_null()))
        .select(o::id)
        .load(c))?)
}
