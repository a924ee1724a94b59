//! How many people of a village could have wished for a thing of a kind.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

use crate::rules::{Kind, Share};
use crate::schema::wish_shares as s;

type Row = (i64, i16, i32, String, On);

fn to_share((village, kind, people, source, counted_on): Row) -> Result<Share, Fault> {
    let kind = Kind::of(kind).ok_or_else(|| Fault::broken("a share of a kind that there is not"))?;
    Ok(Share { village, kind, people, source, counted_on: counted_on.0 })
}

/// All of a station, by village and kind.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Share>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .order((s::village, s::kind))
        .select((s::village, s::kind, s::people, s::source, s::counted_on))
        .load(c))?;
    rows.into_iter().map(to_share).collect()
}

/// In place of an earlier one.
pub fn set(c: &mut Conn, station: StationId, one: &Share) -> Result<(), Fault> {
    let count = (s::people.eq(one.people), s::source.eq(&one.source), s::counted_on.eq(On(one.counted_on)));
    let row = (s::station_id.eq(station), s::village.eq(one.village), s::kind.eq(one.kind as i16), count);
    let again = (s::people.eq(one.people), s::source.eq(&one.source), s::counted_on.eq(On(one.counted_on)));
    on!(c, c => diesel::insert_into(s::table)
        .values(row)
        .on_conflict((s::station_id, s::village, s::kind))
        .do_update()
        .set(again)
        .execute(c))?;
    Ok(())
}

/// Whether there was one.
pub fn remove(c: &mut Conn, station: StationId, (village, kind): (i64, Kind)) -> Result<bool, Fault> {
    let one = s::table.find((station, village, kind as i16));
    Ok(on!(c, c => diesel::delete(one).execute(c))? > 0)
}
