//! One rating per ticket, by a unique index.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::TicketId;
use crate::ratings::rules::{Level, RatingId};
use crate::ratings::schema::{call_backs as b, ratings as r};
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A rating as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    pub id: RatingId,
    pub ticket: TicketId,
    /// The ticket's.
    pub day: Date,
    pub level: Level,
    pub words_sealed: Option<Vec<u8>>,
    pub given_at: Timestamp,
    pub counted: bool,
}

type Row = (RatingId, TicketId, On, i16, Option<Vec<u8>>, Ts, bool);

fn to_rating((id, ticket, day, level, words_sealed, given_at, counted): Row) -> Result<Rating, Fault> {
    let odd = || Fault::broken(format!("rating {id} has a level that there is not; run `yizhan check`"));
    let level = Level::of(level).ok_or_else(odd)?;
    Ok(Rating { id, ticket, day: day.0, level, words_sealed, given_at: given_at.0, counted })
}

macro_rules! columns {
    () => {
        (r::id, r::ticket_id, r::on_day, r::level, r::words_sealed, r::given_at, r::counted)
    };
}

pub fn of_ticket(c: &mut Conn, station: StationId, ticket: TicketId) -> Result<Option<Rating>, Fault> {
    let row: Option<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::ticket_id.eq(ticket)))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_rating).transpose()
}

pub fn by_id(c: &mut Conn, station: StationId, id: RatingId) -> Result<Rating, Fault> {
    let row: Row = on!(c, c => r::table.find((station, id)).select(columns!()).first(c))?;
    to_rating(row)
}

pub fn add(c: &mut Conn, station: StationId, new: &Rating) -> Result<(), Fault> {
    let row = (
        (r::station_id.eq(station), r::id.eq(new.id), r::ticket_id.eq(new.ticket), r::on_day.eq(On(new.day))),
        (r::level.eq(new.level as i16), r::words_sealed.eq(&new.words_sealed), r::given_at.eq(Ts(new.given_at))),
        r::counted.eq(false),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    Ok(())
}

/// Writes another level and other words, unless it is fixed. Whether it did.
pub fn change(
    c: &mut Conn,
    station: StationId,
    id: RatingId,
    (level, words_sealed): (Level, Option<&[u8]>),
) -> Result<bool, Fault> {
    let row = r::table.find((station, id)).filter(r::counted.eq(false));
    let changed = on!(c, c => diesel::update(row)
        .set((r::level.eq(level as i16), r::words_sealed.eq(words_sealed)))
        .execute(c))?;
    Ok(changed == 1)
}

/// Up to `most` ratings of all stations and of days before `day` that are not counted.
pub fn to_count(c: &mut Conn, day: Date, most: i64) -> Result<Vec<(StationId, Rating)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => r::table
        .filter(r::on_day.lt(On(day)).and(r::counted.eq(false)))
        .order((r::on_day, r::station_id, r::id))
        .limit(most)
        .select((r::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_rating(row)?))).collect()
}

/// Whether it was not counted before.
pub fn mark_counted(c: &mut Conn, station: StationId, id: RatingId) -> Result<bool, Fault> {
    let row = r::table.find((station, id)).filter(r::counted.eq(false));
    Ok(on!(c, c => diesel::update(row).set(r::counted.eq(true)).execute(c))? == 1)
}

/// Up to `most` counted ratings of all stations and of days before `day`.
pub fn older(c: &mut Conn, day: Date, most: i64) -> Result<Vec<(StationId, Rating)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => r::table
        .filter(r::on_day.lt(On(day)).and(r::counted.eq(true)))
        .order((r::on_day, r::station_id, r::id))
        .limit(most)
        .select((r::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_rating(row)?))).collect()
}

/// Takes a rating out, with its call-back: nothing leads from one to a ticket any more.
pub fn remove(c: &mut Conn, station: StationId, id: RatingId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(b::table.find((station, id))).execute(c))?;
    on!(c, c => diesel::delete(r::table.find((station, id))).execute(c))?;
    Ok(())
}

/// Takes out what was written about a ticket, by either side; the level stays.
pub fn forget_words(c: &mut Conn, station: StationId, ticket: TicketId) -> Result<(), Fault> {
    let Some(rating) = of_ticket(c, station, ticket)? else { return Ok(()) };
    let none = None::<Vec<u8>>;
    on!(c, c => diesel::update(r::table.find((station, rating.id))).set(r::words_sealed.eq(&none)).execute(c))?;
    on!(c, c => diesel::update(b::table.find((station, rating.id))).set(b::answer_sealed.eq(&none)).execute(c))?;
    Ok(())
}
