//! The copies of a room, as the month asks about them.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

use crate::rules::Stands;
use crate::schema::copies as k;
use crate::{CopyId, TitleId};

#[derive(Debug, Clone)]
pub struct Kept {
    pub copy: CopyId,
    pub title: TitleId,
    pub barcode: String,
    pub shelf: i32,
    pub added_on: Date,
    pub last_lent_on: Option<Date>,
}

type Row = (CopyId, TitleId, String, i32, On, Option<On>);

/// What stands here or is lent, what was taken longest ago first.
pub fn here(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::stands.eq(Stands::Here as i16)))
        .order((k::added_on, k::id))
        .select((k::id, k::title_id, k::barcode, k::shelf, k::added_on, k::last_lent_on))
        .load(c))?;
    let kept = |(copy, title, barcode, shelf, added, lent): Row| Kept {
        copy,
        title,
        barcode,
        shelf,
        added_on: added.0,
        last_lent_on: lent.map(|on| on.0),
    };
    Ok(rows.into_iter().map(kept).collect())
}
