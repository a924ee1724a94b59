//! What was changed, when and by whom: one row per change, numbered per station without holes.
//!
//! The number comes from a row that stays locked until the commit. So a reader who has seen number n has seen all before
//! it, and can ask for "everything after n" without missing any. Take it last in a change: others wait from there on.
use diesel::prelude::*;
use jiff::Timestamp;
use serde::Serialize;

use crate::db::Conn;
use crate::db::literal::Fixed;
use crate::db::types::{Id, Json, StationId, Ts};
use crate::fault::Fault;
use crate::on;

diesel::table! {
    use diesel::sql_types::BigInt;
    changes (station_id) {
        station_id -> BigInt,
        last -> BigInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};
    use crate::db::types::{Doc, Instant, Uid};
    events (station_id, change) {
        station_id -> BigInt,
        change -> BigInt,
        at -> Instant,
        kind -> Text,
        subject -> Text,
        by_kind -> SmallInt,
        by_id -> Nullable<Uid>,
        data -> Doc,
    }
}

/// Who made a change. Residents are not told apart: histories are never deleted, and so they may not name whom the station
/// has to forget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum By {
    Program,
    Resident,
    Staff(Id),
}

impl By {
    /// As rows keep it.
    pub fn columns(self) -> (i16, Option<Id>) {
        match self {
            By::Program => (0, None),
            By::Resident => (1, None),
            By::Staff(id) => (2, Some(id)),
        }
    }
    fn of(kind: i16, id: Option<Id>) -> By {
        match (kind, id) {
            (1, _) => By::Resident,
            (2, Some(id)) => By::Staff(id),
            _ => By::Program,
        }
    }
}

/// One change, as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub change: i64,
    pub at: Timestamp,
    pub kind: String,
    pub subject: String,
    pub by: By,
    pub data: serde_json::Value,
}

impl Event {
    /// The key of the text that says what was done; the slice that writes the event has it: `event-reservation-cancelled`.
    pub fn text(&self) -> String {
        format!("event-{}", self.kind.replace('.', "-"))
    }
}

/// Writes an event and returns its number. `kind` is a noun and a verb: `reservation.cancelled`.
/// `subject` and `data` never hold a name or a number, and never the id of a resident: whose thing it is, the thing's own
/// row says, where it can be forgotten.
pub fn record(
    c: &mut Conn,
    station: StationId,
    at: Timestamp,
    by: By,
    kind: &str,
    subject: &str,
    data: &impl Serialize,
) -> Result<i64, Fault> {
    let mut data = Json::of(data)?;
    // Readers are promised an object.
    if data.0.is_null() {
        data.0 = serde_json::json!({});
    }
    let change = next_number(c, station)?;
    let (by_kind, by_id) = by.columns();
    let row = (
        events::station_id.eq(station),
        events::change.eq(change),
        events::at.eq(Ts(at)),
        events::kind.eq(kind),
        events::subject.eq(subject),
        events::by_kind.eq(by_kind),
        events::by_id.eq(by_id),
        events::data.eq(data),
    );
    on!(c, c => diesel::insert_into(events::table).values(row).execute(c))?;
    Ok(change)
}

fn next_number(c: &mut Conn, station: StationId) -> Result<i64, Fault> {
    let first = (changes::station_id.eq(station), changes::last.eq(1));
    let number = on!(c, c => Fixed(
        diesel::insert_into(changes::table)
            .values(first)
            .on_conflict(changes::station_id)
            .do_update()
            .set(changes::last.eq(changes::last + 1))
            .returning(changes::last)
    ).get_result::<i64>(c))?;
    Ok(number)
}

/// The number of a station's last change; 0 before the first.
pub fn last(c: &mut Conn, station: StationId) -> Result<i64, Fault> {
    Ok(on!(c, c => changes::table.find(station).select(changes::last).first(c).optional())?.unwrap_or(0))
}

/// The same for each of `stations` that has changed at all.
pub fn last_of(c: &mut Conn, stations: &[StationId]) -> Result<Vec<(StationId, i64)>, Fault> {
    let numbers: Vec<i64> = stations.iter().map(|s| s.0).collect();
    let rows: Vec<(i64, i64)> = on!(c, c => changes::table
        .filter(changes::station_id.eq_any(&numbers))
        .select((changes::station_id, changes::last))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, last)| (StationId(station), last)).collect())
}

type Row = (i64, Ts, String, String, i16, Option<Id>, Json);

fn to_event((change, at, kind, subject, by_kind, by_id, data): Row) -> Event {
    Event { change, at: at.0, kind, subject, by: By::of(by_kind, by_id), data: data.0 }
}

/// Up to `most` changes after number `after`, oldest first.
pub fn since(c: &mut Conn, station: StationId, after: i64, most: i64) -> Result<Vec<Event>, Fault> {
    let rows: Vec<Row> = on!(c, c => events::table
        .filter(events::station_id.eq(station).and(events::change.gt(after)))
        .order(events::change)
        .limit(most)
        .select((events::change, events::at, events::kind, events::subject, events::by_kind, events::by_id, events::data))
        .load(c))?;
    Ok(rows.into_iter().map(to_event).collect())
}

/// The newest `most` changes before number `before`, newest first.
pub fn latest(c: &mut Conn, station: StationId, before: i64, most: i64) -> Result<Vec<Event>, Fault> {
    let rows: Vec<Row> = on!(c, c => events::table
        .filter(events::station_id.eq(station).and(events::change.lt(before)))
        .order(events::change.desc())
        .limit(most)
        .select((events::change, events::at, events::kind, events::subject, events::by_kind, events::by_id, events::data))
        .load(c))?;
    Ok(rows.into_iter().map(to_event).collect())
}
