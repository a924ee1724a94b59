//! What is seen at the door. Data in, pages out.
mod door;
mod scanned;
mod roster;
mod own;
mod samples;

pub use door::door;
pub use own::{arrival, here, mood};
pub use roster::roster;
pub use samples::samples;
pub use scanned::scanned;

use stations::Station;

use crate::OccurrenceId;

fn desk_path(station: &Station, id: OccurrenceId, below: &str) -> String {
    station.path(&format!("/desk/occurrences/{id}/{below}"))
}
