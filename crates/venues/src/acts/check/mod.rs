//! What must always be true of rooms, reservations, claims and cells.
mod cells;
mod reservations;
mod units;
mod rooms;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::offers;
use crate::store::{self, Catalogue};

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [cells::CHECKS, reservations::CHECKS, units::CHECKS, rooms::CHECKS, offers::CHECKS].concat()
}

#[derive(QueryableByName)]
struct Broken {
    #[diesel(sql_type = BigInt)]
    station_id: i64,
    #[diesel(sql_type = Text)]
    said: String,
}

/// Runs the engine's text of a query that returns (station_id, said).
fn broken(c: &mut Conn, sqlite: &str, postgres: &str) -> Result<Vec<String>, Fault> {
    let rows = match c {
        Conn::Sqlite(c) => diesel::sql_query(sqlite).load::<Broken>(c),
        Conn::Pg(c) => diesel::sql_query(postgres).load::<Broken>(c),
    }?;
    Ok(rows.into_iter().map(|b| format!("station {}: {}", b.station_id, b.said)).collect())
}

/// Differences between the engines: how an id is shown, and how an instant becomes a cell's number.
pub(crate) fn for_both(c: &mut Conn, query: &str) -> Result<Vec<String>, Fault> {
    let sqlite = query
        .replace("$RESERVATION", "lower(hex(reservation_id))")
        .replace("$FIRST", "(k.starts_at / 300000000)")
        .replace("$END", "((k.ends_at + 299999999) / 300000000)");
    let postgres = query
        .replace("$RESERVATION", "reservation_id::text")
        .replace("$FIRST", "floor(extract(epoch from k.starts_at) / 300)::int")
        .replace("$END", "ceil(extract(epoch from k.ends_at) / 300)::int");
    broken(c, &sqlite, &postgres)
}

/// The catalogue of a station; `None` if it cannot be read, which an invariant of its own says.
fn readable(c: &mut Conn, station: StationId) -> Result<Option<Catalogue>, Fault> {
    match store::catalogue(c, station) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(Fault::Broken(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}
