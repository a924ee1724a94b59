//! Photos of covers.
use std::collections::BTreeSet;

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use kernel::photo::Photo;

use crate::TitleId;
use crate::schema::title_covers as p;

/// The last one that somebody took is the one.
pub fn set(c: &mut Conn, station: StationId, title: TitleId, photo: &Photo) -> Result<(), Fault> {
    let its = p::table.find((station, title));
    on!(c, c => diesel::delete(its).execute(c))?;
    let side = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let row = (
        (p::station_id.eq(station), p::title_id.eq(title), p::bytes.eq(&photo.bytes)),
        (p::width.eq(side(photo.width)), p::height.eq(side(photo.height))),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

pub fn bytes(c: &mut Conn, station: StationId, title: TitleId) -> Result<Vec<u8>, Fault> {
    Ok(on!(c, c => p::table.find((station, title)).select(p::bytes).first(c))?)
}

/// Those of `titles` that have one.
pub fn there(c: &mut Conn, station: StationId, titles: &[TitleId]) -> Result<BTreeSet<TitleId>, Fault> {
    let mut all = BTreeSet::new();
    for some in titles.chunks(500) {
        let ids: Vec<TitleId> = on!(c, c => p::table
            .filter(p::station_id.eq(station).and(p::title_id.eq_any(some)))
            .select(p::title_id)
            .load(c))?;
        all.extend(ids);
    }
    Ok(all)
}
