//! The acts at a door, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod arrive;
mod codes;
mod entry;
mod doors;
mod calls;
mod check;

pub use arrive::{Who, arrive};
pub use calls::deliver;
pub use check::checks;
pub use codes::{Shown, jobs, show_code};
pub use doors::{new_key, set_lock};
pub use entry::enter;

use crate::rules::{Venue, VenueId};
use crate::store as rooms;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use stations::Station;

/// The venue that an address names.
fn venue_named(c: &mut Conn, station: &Station, slug: &str) -> Result<Venue, Fault> {
    let catalogue = rooms::catalogue(c, station.id)?;
    catalogue.venues.into_iter().find(|v| v.slug == slug).ok_or(Fault::NotFound)
}

fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    kind: &str,
    (subject, venue): (&str, VenueId),
) -> Result<(), Fault> {
    let data = serde_json::json!({ "venue": venue });
    event::record(c, station.id, now, by, kind, subject, &data).map(|_| ())
}
