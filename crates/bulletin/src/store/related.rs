//! Which notices are alike.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::NoticeId;
use crate::rules::{Likeness, Stands};
use crate::schema::{notice_related as r, notices as n};

/// The pairs of a notice are these, in both directions.
pub fn set(c: &mut Conn, station: StationId, id: NoticeId, near: &[Likeness]) -> Result<(), Fault> {
    let its = r::table.filter(r::station_id.eq(station).and(r::notice_id.eq(id).or(r::other_id.eq(id))));
    on!(c, c => diesel::delete(its).execute(c))?;
    for one in near {
        for (this, other) in [(id, one.id), (one.id, id)] {
            let row = (
                (r::station_id.eq(station), r::notice_id.eq(this)),
                (r::other_id.eq(other), r::likeness.eq(one.cosine)),
            );
            on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
        }
    }
    Ok(())
}

/// Those most like a notice that everybody reads.
pub fn of_notice(c: &mut Conn, station: StationId, id: NoticeId, most: i64) -> Result<Vec<NoticeId>, Fault> {
    Ok(on!(c, c => r::table
        .inner_join(n::table.on(n::station_id.eq(r::station_id).and(n::id.eq(r::other_id))))
        .filter(r::station_id.eq(station).and(r::notice_id.eq(id)).and(n::stands.eq(Stands::Public as i16)))
        .order((r::likeness.desc(), r::other_id.desc()))
        .limit(most)
        .select(r::other_id)
        .load(c))?)
}
