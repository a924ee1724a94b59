//! What must always be true of rooms, reservations, claims and cells.
mod cells;
mod reservations;
mod units;
mod rooms;

use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::offers;
use crate::store::{self, Catalogue};

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [cells::CHECKS, reservations::CHECKS, units::CHECKS, rooms::CHECKS, offers::CHECKS].concat()
}

/// Differences between the engines: how an id is shown, and how an instant becomes a cell's number.
pub(crate) fn for_both(c: &mut Conn, query: &str) -> Result<Vec<String>, Fault> {
    let (reservation, first, end) = match c {
        Conn::Sqlite(_) => {
            ("lower(hex(reservation_id))", "(k.starts_at / 300000000)", "((k.ends_at + 299999999) / 300000000)")
        }
        Conn::Pg(_) => (
            "reservation_id::text",
            "floor(extract(epoch from k.starts_at) / 300)::int",
            "ceil(extract(epoch from k.ends_at) / 300)::int",
        ),
    };
    broken(c, &query.replace("$RESERVATION", reservation).replace("$FIRST", first).replace("$END", end))
}

/// The catalogue of a station; `None` if it cannot be read, which an invariant of its own says.
fn readable(c: &mut Conn, station: StationId) -> Result<Option<Catalogue>, Fault> {
    match store::catalogue(c, station) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(Fault::Broken(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}
