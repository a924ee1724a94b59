//! 候休区: whether there is a seat to wait in. Somebody at the desk counts by tapping; nobody is recognised or followed.
//!
//! What nobody has looked at for an hour is not known, and is told with the last figure and its time.
mod rules;
mod schema;
mod store;
mod acts;
pub mod says;
#[cfg(test)]
mod tests;

pub use acts::{found, furnish, look};
pub use rules::{Lounge, MOST_SEATS, Seats, Tap};

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::Station;

/// What is known of the seats now; nothing at a station without a lounge.
pub fn seats(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Option<Seats>, Fault> {
    Ok(store::lounge(c, station.id)?.map(|lounge| rules::seats(now, &lounge)))
}
