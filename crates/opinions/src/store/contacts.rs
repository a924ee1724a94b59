//! Numbers of those who want messages: a table that leads nowhere without the key file.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::schema::opinion_contacts as k;

/// Keeps the number of an opinion that has none.
pub fn add(
    c: &mut Conn,
    station: StationId,
    link: &[u8],
    (phone_sealed, phone_hash): (&[u8], &[u8]),
) -> Result<(), Fault> {
    let row = (
        (k::station_id.eq(station), k::link.eq(link)),
        (k::phone_sealed.eq(phone_sealed), k::phone_hash.eq(phone_hash)),
    );
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

pub fn drop(c: &mut Conn, station: StationId, link: &[u8]) -> Result<(), Fault> {
    on!(c, c => diesel::delete(k::table.find((station, link))).execute(c))?;
    Ok(())
}

/// The sealed number of an opinion.
pub fn of_link(c: &mut Conn, station: StationId, link: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    Ok(on!(c, c => k::table.find((station, link)).select(k::phone_sealed).first(c).optional())?)
}

pub fn is_there(c: &mut Conn, station: StationId, link: &[u8]) -> Result<bool, Fault> {
    Ok(of_link(c, station, link)?.is_some())
}

/// Where a number is kept: at which stations, under which keys.
pub fn of_phone(c: &mut Conn, phone_hash: &[u8]) -> Result<Vec<(StationId, Vec<u8>)>, Fault> {
    Ok(on!(c, c => k::table
        .filter(k::phone_hash.eq(phone_hash))
        .order((k::station_id, k::link))
        .select((k::station_id, k::link))
        .load(c))?)
}
