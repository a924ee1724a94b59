//! That the house was open, known from what happened in it: somebody was called to a desk, or let into a room.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fact;
use kernel::fault::Fault;
use serde_json::json;
use uuid::Builder;

use crate::Station;

/// The kind of fact that says that the door was seen open.
const KIND: &str = "door.seen-open";
/// What staff say of the door, to the second.
const SAID: [&str; 2] = ["door.opened", "door.closed"];
/// A quarter of an hour is what the door is counted in.
const QUARTER: i64 = 15 * 60;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Notes that somebody was inside at `now`: once a quarter of an hour, whose beginning is all that is kept, so that it leads to nobody.
/// Where staff opened or closed the door earlier in the same quarter, it is noted once more, right after that: whoever is called after
/// a closing shows that it is open again, and was not called before it. How long after is told to nobody. Not for what is typed in later.
///
/// # Errors
/// The database's.
pub fn seen_open(c: &mut Conn, station: &Station, now: Timestamp) -> Result<(), Fault> {
    let quarter = now.as_second().div_euclid(QUARTER);
    let start = Timestamp::from_second(quarter * QUARTER).map_err(Fault::broken)?;
    let on = start.to_zoned_datetime(station.zone.clone()).date();
    let last = last_said(c, station, on, (start, now))?;
    let at = match last {
        None => start,
        // The door is judged by the minute, and the next one may not have come yet.
        Some(last) if now.duration_since(last) < MINUTE => last,
        Some(last) => last + MINUTE,
    };
    fact::record_once(c, station.id, id_of(quarter, last), KIND, (on, at), &json!({}))
}

/// When staff last said something of the door, from the first of the two instants to the second.
fn last_said(
    c: &mut Conn,
    station: &Station,
    on: Date,
    (from, until): (Timestamp, Timestamp),
) -> Result<Option<Timestamp>, Fault> {
    let mut last = None;
    for kind in SAID {
        let day = fact::between(c, station.id, kind, on, on.saturating_add(1.day()))?;
        let said = day.into_iter().map(|fact| fact.at).filter(|at| from <= *at && *at <= until);
        last = last.into_iter().chain(said).max();
    }
    Ok(last)
}

/// The quarter, and at which of its seconds staff said something, are the key: two that see the same leave one fact (RFC 9562, version 8).
fn id_of(quarter: i64, said: Option<Timestamp>) -> Id {
    let mut bytes = *b"door seen open..";
    for (to, from) in bytes.iter_mut().rev().zip(quarter.to_le_bytes()) {
        *to = from;
    }
    // Numbers of quarters leave these two bytes empty; the one before them carries the variant.
    let second = said.map_or(0, |at| at.as_second().rem_euclid(QUARTER) + 1);
    let second = u16::try_from(second).unwrap_or(u16::MAX);
    for (to, from) in bytes.iter_mut().skip(9).zip(second.to_be_bytes()) {
        *to = from;
    }
    Id(Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quarter_has_a_key_of_its_own_and_so_has_what_was_seen_after_each_word() {
        let at = |second: i64| Timestamp::from_second(second).expect("an instant");
        let said = |quarter: i64| [None, Some(at(quarter * QUARTER)), Some(at(quarter * QUARTER + 899))];
        let keys = (1_900_000..1_901_000).flat_map(|q| said(q).map(|said| id_of(q, said).0));
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 3_000);
    }
}
