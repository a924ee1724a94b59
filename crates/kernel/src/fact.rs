//! Facts: what a slice lets the crates above it count. Written in the transaction of the change, read as ranges of days.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::db::Conn;
use crate::db::types::{Id, Json, On, StationId, Ts};
use crate::fault::Fault;
use crate::on;

diesel::table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::db::types::{Day, Doc, Instant, Uid};
    facts (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        kind -> Text,
        on_day -> Day,
        at -> Instant,
        data -> Doc,
    }
}

/// Something that happened and may be counted. It names nobody.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub id: Id,
    pub kind: String,
    pub on: Date,
    pub at: Timestamp,
    pub data: serde_json::Value,
}

pub fn record(
    c: &mut Conn,
    station: StationId,
    id: Id,
    kind: &'static str,
    (on, at): (Date, Timestamp),
    data: &impl Serialize,
) -> Result<(), Fault> {
    let row = (
        facts::station_id.eq(station),
        facts::id.eq(id),
        facts::kind.eq(kind),
        facts::on_day.eq(On(on)),
        facts::at.eq(Ts(at)),
        facts::data.eq(Json::of(data)?),
    );
    on!(c, c => diesel::insert_into(facts::table).values(row).execute(c))?;
    Ok(())
}

/// Records what is counted once however often it is seen. Its key says what it is: a second one is dropped.
pub fn record_once(
    c: &mut Conn,
    station: StationId,
    id: Id,
    kind: &'static str,
    (on, at): (Date, Timestamp),
    data: &impl Serialize,
) -> Result<(), Fault> {
    // A look is cheap, and after the first of a quarter of an hour nobody waits for another's transaction.
    let known: bool = on!(c, c => diesel::select(diesel::dsl::exists(facts::table.find((station, id)))).get_result(c))?;
    if known {
        return Ok(());
    }
    let row = (
        facts::station_id.eq(station),
        facts::id.eq(id),
        facts::kind.eq(kind),
        facts::on_day.eq(On(on)),
        facts::at.eq(Ts(at)),
        facts::data.eq(Json::of(data)?),
    );
    on!(c, c => diesel::insert_into(facts::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Takes a fact back whose cause was a slip of the hand, within minutes: it did not happen.
pub fn take_back(c: &mut Conn, station: StationId, id: Id) -> Result<(), Fault> {
    on!(c, c => diesel::delete(facts::table.find((station, id))).execute(c))?;
    Ok(())
}

/// The facts of one kind from the day `from` up to, not including, `until`.
pub fn between(c: &mut Conn, station: StationId, kind: &str, from: Date, until: Date) -> Result<Vec<Fact>, Fault> {
    let rows: Vec<(Id, String, On, Ts, Json)> = on!(c, c => facts::table
        .filter(facts::station_id.eq(station).and(facts::kind.eq(kind)))
        .filter(facts::on_day.ge(On(from)).and(facts::on_day.lt(On(until))))
        .order((facts::on_day, facts::at))
        .select((facts::id, facts::kind, facts::on_day, facts::at, facts::data))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, kind, on, at, data)| Fact { id, kind, on: on.0, at: at.0, data: data.0 }).collect())
}

/// The day of the first fact of a kind.
pub fn first_day(c: &mut Conn, station: StationId, kind: &str) -> Result<Option<Date>, Fault> {
    let first: Option<On> = on!(c, c => facts::table
        .filter(facts::station_id.eq(station).and(facts::kind.eq(kind)))
        .order(facts::on_day)
        .select(facts::on_day)
        .first(c)
        .optional())?;
    Ok(first.map(|on| on.0))
}
