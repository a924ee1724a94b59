//! What a device noted while nothing answered.
use kernel::fault::Fault;
use stations::Here;

use super::asked::LibraryLogEntry;
use crate::lending::acts::{self, Entry, Replayed};

/// What became of each entry, in their order. An entry is done once, however often it is sent, and not if it was done as a press.
pub async fn noted(here: &Here, entries: Vec<LibraryLogEntry>) -> Result<Vec<Replayed>, Fault> {
    let entries = entries.into_iter().map(|entry| Entry {
        id: entry.id,
        kind: entry.kind.into(),
        ago: entry.ago(),
        barcode: entry.barcode,
        card: entry.card,
    });
    acts::replay(&here.house, &here.desk.station, here.staff(), entries.collect()).await
}
