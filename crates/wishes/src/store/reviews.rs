//! Who has looked at which version, and what they said.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::WishId;
use crate::rules::Review;
use crate::schema::wish_reviews as r;

type Row = (i32, StaffId, bool, String, Ts);

fn to_review((version, staff, yes, why, at): Row) -> Review {
    Review { version, staff, yes, why, at: at.0 }
}

pub fn insert(c: &mut Conn, station: StationId, id: WishId, one: &Review) -> Result<(), Fault> {
    let row = (
        (r::station_id.eq(station), r::wish_id.eq(id), r::version.eq(one.version), r::staff_id.eq(one.staff)),
        (r::yes.eq(one.yes), r::why.eq(&one.why), r::at.eq(Ts(one.at))),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    Ok(())
}

/// All of a wish, the first first.
pub fn of_wish(c: &mut Conn, station: StationId, id: WishId) -> Result<Vec<Review>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::wish_id.eq(id)))
        .order((r::at, r::staff_id))
        .select((r::version, r::staff_id, r::yes, r::why, r::at))
        .load(c))?;
    Ok(rows.into_iter().map(to_review).collect())
}

/// All of a station, each with its wish.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<(WishId, Review)>, Fault> {
    let rows: Vec<(WishId, Row)> = on!(c, c => r::table
        .filter(r::station_id.eq(station))
        .order((r::at, r::staff_id))
        .select((r::wish_id, (r::version, r::staff_id, r::yes, r::why, r::at)))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, row)| (id, to_review(row))).collect())
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    let of_it = r::table.filter(r::station_id.eq(station).and(r::wish_id.eq(id)));
    on!(c, c => diesel::delete(of_it).execute(c))?;
    Ok(())
}
