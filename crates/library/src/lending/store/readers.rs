//! What is known of a reader beside what they have: in which month they last took something, and whether they want a list.
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use jiff::civil::Date;
use kernel::db::types::{Day, On, StationId};
use kernel::db::{Conn, SqlText as _};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

use crate::schema::library_readers as r;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reader {
    /// The first day of the month in which they last took something.
    pub month: Option<Date>,
    pub history: bool,
}

type Row = (Option<On>, bool);

/// Whoever is not known yet has taken nothing and wants no list.
pub fn of(c: &mut Conn, station: StationId, person: PersonId) -> Result<Reader, Fault> {
    let row: Option<Row> =
        on!(c, c => r::table.find((station, person)).select((r::month, r::history)).first(c).optional())?;
    Ok(row.map(|(month, history)| Reader { month: month.map(|on| on.0), history }).unwrap_or_default())
}

/// Everywhere, for whoever wants to know what is kept of them.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Reader)>, Fault> {
    let rows: Vec<(StationId, Option<On>, bool)> = on!(c, c => r::table
        .filter(r::person_id.eq(person))
        .order(r::station_id)
        .select((r::station_id, r::month, r::history))
        .load(c))?;
    Ok(rows.into_iter().map(|(at, month, history)| (at, Reader { month: month.map(|on| on.0), history })).collect())
}

pub fn set(c: &mut Conn, station: StationId, person: PersonId, to: Reader) -> Result<(), Fault> {
    let (month, history) = (r::month.eq(to.month.map(On)), r::history.eq(to.history));
    let row = (r::station_id.eq(station), r::person_id.eq(person), month, history);
    on!(c, c => diesel::insert_into(r::table)
        .values(row)
        .on_conflict((r::station_id, r::person_id))
        .do_update()
        .set((month, history))
        .execute(c))?;
    Ok(())
}

/// Nobody at a station wants a list any more: it offers none.
pub fn no_history(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    let all = r::table.filter(r::station_id.eq(station).and(r::history.eq(true)));
    on!(c, c => diesel::update(all).set(r::history.eq(false)).execute(c))?;
    Ok(())
}

pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(r::table.filter(r::person_id.eq(person))).execute(c))?;
    Ok(())
}

#[derive(QueryableByName)]
struct Idle {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    station_id: StationId,
    #[diesel(sql_type = kernel::db::types::Uid)]
    person_id: PersonId,
}

/// Readers who took nothing since the month of a day, have nothing, wait for nothing and keep no list; of those who never took anything
/// only that they want a list is worth keeping.
const IDLE: &str = "SELECT r.station_id, r.person_id FROM library_readers r \
     WHERE (r.month < $1 OR (r.month IS NULL AND NOT r.history)) \
     AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.station_id = r.station_id AND l.person_id = r.person_id) \
     AND NOT EXISTS (SELECT 1 FROM library_holds h WHERE h.station_id = r.station_id AND h.person_id = r.person_id) \
     AND NOT EXISTS (SELECT 1 FROM reading_history y WHERE y.station_id = r.station_id AND y.person_id = r.person_id) \
     ORDER BY r.station_id, r.person_id LIMIT $2";

/// Forgets up to `most` of them. Returns how many.
pub fn forget_idle(c: &mut Conn, before: Date, most: i64) -> Result<usize, Fault> {
    let idle: Vec<Idle> = on!(c, c => diesel::sql_query(c.sql(IDLE))
        .bind::<Day, _>(On(before))
        .bind::<BigInt, _>(most)
        .load(c))?;
    for one in &idle {
        on!(c, c => diesel::delete(r::table.find((one.station_id, one.person_id))).execute(c))?;
    }
    Ok(idle.len())
}
