//! 先锋岗: where somebody stands, and the hours that are promised.
use diesel::prelude::*;
use jiff::civil::Date;

use crate::duty::schema::duty_posts as p;
use crate::rules::Name;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub id: i32,
    pub name: Name,
    /// Where in the building it is.
    pub place: Name,
    /// OpenStreetMap `opening_hours`.
    pub hours: String,
}

type Row = (i32, String, String, String, String, String);

macro_rules! columns {
    () => {
        (p::id, p::name_zh, p::name_en, p::place_zh, p::place_en, p::hours)
    };
}

fn to_post((id, name_zh, name_en, place_zh, place_en, hours): Row) -> Post {
    Post { id, name: Name { zh: name_zh, en: name_en }, place: Name { zh: place_zh, en: place_en }, hours }
}

/// The posts of a station, in the order in which they were written down.
pub fn posts(c: &mut Conn, station: StationId) -> Result<Vec<Post>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::retired.eq(false)))
        .order(p::id)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_post).collect())
}

pub fn post(c: &mut Conn, station: StationId, id: i32) -> Result<Post, Fault> {
    let row: Row = on!(c, c => p::table
        .find((station, id))
        .filter(p::retired.eq(false))
        .select(columns!())
        .first(c))?;
    Ok(to_post(row))
}

/// Until the transaction ends nobody else writes shifts of this station: the same person may not be sent to two posts.
pub fn hold(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    let rows = p::table.filter(p::station_id.eq(station)).order(p::id).select(p::id);
    Ok(kernel::hold!(c, rows)?)
}

/// The largest number of a post, also of those that are no more; 0 without any.
pub fn last(c: &mut Conn, station: StationId) -> Result<i32, Fault> {
    let last: Option<i32> = on!(c, c => p::table
        .filter(p::station_id.eq(station))
        .order(p::id.desc())
        .select(p::id)
        .first(c)
        .optional())?;
    Ok(last.unwrap_or(0))
}

/// `counted_to` is the day before the first of which there will be a fact.
pub fn add(c: &mut Conn, station: StationId, post: &Post, counted_to: Date) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(post.id), p::name_zh.eq(&post.name.zh), p::name_en.eq(&post.name.en)),
        (p::place_zh.eq(&post.place.zh), p::place_en.eq(&post.place.en), p::hours.eq(&post.hours)),
        (p::counted_to.eq(On(counted_to)), p::retired.eq(false)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

pub fn edit(c: &mut Conn, station: StationId, post: &Post, retired: bool) -> Result<(), Fault> {
    on!(c, c => diesel::update(p::table.find((station, post.id)))
        .set((
            (p::name_zh.eq(&post.name.zh), p::name_en.eq(&post.name.en), p::hours.eq(&post.hours)),
            (p::place_zh.eq(&post.place.zh), p::place_en.eq(&post.place.en), p::retired.eq(retired)),
        ))
        .execute(c))?;
    Ok(())
}

/// Posts of all stations of which a day before `before` has no fact yet, each with the day that is counted last.
pub fn to_count(c: &mut Conn, before: Date, most: i64) -> Result<Vec<(StationId, Post, Date)>, Fault> {
    let rows: Vec<(StationId, On, Row)> = on!(c, c => p::table
        .filter(p::retired.eq(false).and(p::counted_to.lt(On(before))))
        .order((p::counted_to, p::station_id, p::id))
        .limit(most)
        .select((p::station_id, p::counted_to, columns!()))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, on, row)| (station, to_post(row), on.0)).collect())
}

/// Notes that the facts up to `to` are written, if nobody else has done so. Whether it was so.
pub fn counted(c: &mut Conn, station: StationId, id: i32, (from, to): (Date, Date)) -> Result<bool, Fault> {
    let row = p::table.find((station, id)).filter(p::counted_to.eq(On(from)));
    Ok(on!(c, c => diesel::update(row).set(p::counted_to.eq(On(to))).execute(c))? == 1)
}
