//! That the house was open, known from what happened in it: somebody was called to a desk, or let into a room.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fact;
use kernel::fault::Fault;
use serde_json::json;
use uuid::Builder;

use crate::Station;

/// The kind of fact that says that the door was seen open.
const KIND: &str = "door.seen-open";
/// A quarter of an hour is what the door is counted in.
const QUARTER: i64 = 15 * 60;

/// Notes that somebody was inside at `now`: once a quarter of an hour, whose beginning is all that is kept, so that it leads to nobody.
/// Not for what is typed in later.
///
/// # Errors
/// The database's.
pub fn seen_open(c: &mut Conn, station: &Station, now: Timestamp) -> Result<(), Fault> {
    let quarter = now.as_second().div_euclid(QUARTER);
    let at = Timestamp::from_second(quarter * QUARTER).map_err(Fault::broken)?;
    let on = at.to_zoned_datetime(station.zone.clone()).date();
    fact::record_once(c, station.id, id_of(quarter), KIND, (on, at), &json!({}))
}

/// The quarter itself is the key: two that see the same leave one fact (RFC 9562, version 8).
fn id_of(quarter: i64) -> Id {
    let mut bytes = *b"door seen open..";
    for (to, from) in bytes.iter_mut().rev().zip(quarter.to_le_bytes()) {
        *to = from;
    }
    Id(Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quarter_has_a_key_of_its_own() {
        let of = |quarters: std::ops::Range<i64>| quarters.map(id_of).map(|id| id.0).collect::<Vec<_>>();
        let mut keys = of(1_900_000..1_901_000);
        keys.dedup();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!((keys.len(), of(5..6)), (1_000, of(5..6)));
    }
}
