//! The acts at a door, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod arrive;
mod codes;
mod doors;
mod entry;
mod calls;
mod check;

pub use arrive::{Who, arrive};
pub use calls::deliver;
pub use check::checks;
pub use codes::{Shown, asked_once, jobs, show_code};
pub use doors::{new_key, set_lock};
pub use entry::enter;

use crate::rules::VenueId;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use stations::Station;

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
