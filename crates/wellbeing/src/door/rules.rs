//! Quarters of an hour, the keys by which something is noted once, and what may be pressed when. Pure.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;
use people::StaffId;
use uuid::Builder;

use crate::rules::door::Sign;

/// A quarter of an hour is what the door is counted in; in seconds.
const QUARTER: i64 = 15 * 60;

/// So long a slip of the hand can be taken back.
pub const SLIP: SignedDuration = SignedDuration::from_mins(10);

/// Which quarter of an hour since 1970 an instant lies in.
pub fn quarter(at: Timestamp) -> i64 {
    at.as_second().div_euclid(QUARTER)
}

/// When the quarter around an instant began.
///
/// # Errors
/// An instant outside the years that there are.
pub fn quarter_start(at: Timestamp) -> Result<Timestamp, jiff::Error> {
    Timestamp::from_second(quarter(at) * QUARTER)
}

/// A key that says what it is of (RFC 9562, version 8): a name, and up to 61 bits of which.
fn key(name: [u8; 8], which: u64) -> Id {
    let all = u128::from(u64::from_be_bytes(name)) << 64 | u128::from(which);
    Id(Builder::from_custom_bytes(all.to_be_bytes()).into_uuid())
}

/// Days since 1970, as keys have them.
fn day_number(day: Date) -> u64 {
    let since = day.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days());
    u64::try_from(since).unwrap_or(0)
}

/// The key of what was promised on a day: it is promised once.
pub fn promised_id(day: Date) -> Id {
    key(*b"doorprom", day_number(day))
}

/// The key of a quarter in which somebody found the door closed, however many did.
pub fn found_id(at: Timestamp) -> Id {
    key(*b"doorshut", u64::try_from(quarter(at)).unwrap_or(0))
}

/// The key of the `nr`th thing that staff said on a day, from 1. Two who press at one moment want the same key, and the later one
/// has to look again.
pub fn said_id(day: Date, nr: u32) -> Id {
    key(*b"doorsaid", day_number(day) << 32 | u64::from(nr))
}

/// Which of the things that staff said on that day a fact is; nothing for what others saw.
pub fn said_nr(id: Id, day: Date) -> Option<u32> {
    let past = id.0.as_u128().checked_sub(said_id(day, 0).0.as_u128())?;
    u32::try_from(past).ok().filter(|nr| *nr > 0)
}

/// The kind of fact, and of event where there is one.
pub fn kind(sign: Sign) -> &'static str {
    match sign {
        Sign::Opened => "door.opened",
        Sign::Closed => "door.closed",
        Sign::SeenOpen => "door.seen-open",
        Sign::FoundClosed => "door.found-closed",
    }
}

/// Whether staff says a second time what they said last: in the same quarter it adds nothing.
pub fn adds_nothing(last: Option<(Timestamp, Sign)>, (now, sign): (Timestamp, Sign)) -> bool {
    last.is_some_and(|(at, said)| said == sign && quarter(at) == quarter(now))
}

/// Nobody can find a door closed that nobody promised to open.
#[derive(Debug, Clone, PartialEq)]
pub struct NotPromised {
    /// When it opens next, if ever.
    pub opens: Option<Timestamp>,
    /// Of the station: in which that is said.
    pub zone: TimeZone,
}

/// Why what was said of the door stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTakeBack {
    /// Nothing was said today.
    Nothing,
    /// Somebody else said the last thing.
    NotYours,
    /// It is longer ago than [`SLIP`].
    TooLate,
}

/// Whether somebody may take back the last thing that was said, and was said by `by`.
///
/// # Errors
/// [`NoTakeBack`].
pub fn may_take_back(
    last: Option<(Timestamp, Option<StaffId>)>,
    (me, now): (StaffId, Timestamp),
) -> Result<(), NoTakeBack> {
    match last {
        None => Err(NoTakeBack::Nothing),
        Some((at, _)) if now.duration_since(at) > SLIP => Err(NoTakeBack::TooLate),
        Some((_, by)) if by != Some(me) => Err(NoTakeBack::NotYours),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn an_instant_is_rounded_down_to_its_quarter() {
        for (one, start) in [("08:14:59", "08:00:00"), ("08:15:00", "08:15:00"), ("08:29:59", "08:15:00")] {
            let found = quarter_start(at(&format!("2026-06-27T{one}Z"))).expect("an instant");
            assert_eq!(found, at(&format!("2026-06-27T{start}Z")));
        }
    }

    #[test]
    fn every_quarter_and_day_and_word_has_a_key_of_its_own() {
        let noon = at("2026-06-27T04:00:00Z");
        let (today, tomorrow) = (date(2026, 6, 27), date(2026, 6, 28));
        let later = |quarters: i64| noon + SignedDuration::from_mins(15 * quarters);
        let mut all: Vec<Id> = (0..200).map(|n| found_id(later(n))).collect();
        all.extend((1..200).flat_map(|nr| [said_id(today, nr), said_id(tomorrow, nr)]));
        all.extend([promised_id(today), promised_id(tomorrow)]);
        let n = all.len();
        all.sort_unstable_by_key(|id| id.0);
        all.dedup();
        assert_eq!(all.len(), n);
        assert_eq!(found_id(noon), found_id(noon + SignedDuration::from_secs(899)));
    }

    #[test]
    fn a_key_tells_what_staff_said_from_what_others_saw() {
        let (today, tomorrow) = (date(2026, 6, 27), date(2026, 6, 28));
        for nr in [1, 2, 77, u32::MAX] {
            assert_eq!(said_nr(said_id(today, nr), today), Some(nr));
            assert_eq!(said_nr(said_id(today, nr), tomorrow), None);
        }
        assert_eq!(said_nr(found_id(at("2026-06-27T04:00:00Z")), today), None);
        assert_eq!(said_nr(promised_id(today), today), None);
    }

    #[test]
    fn the_same_word_adds_nothing_only_in_a_row_and_in_the_same_quarter() {
        let (last, then) = (at("2026-06-27T08:01:00Z"), at("2026-06-27T08:14:00Z"));
        assert!(adds_nothing(Some((last, Sign::Opened)), (then, Sign::Opened)));
        assert!(!adds_nothing(Some((last, Sign::Closed)), (then, Sign::Opened)));
        assert!(!adds_nothing(Some((last, Sign::Opened)), (at("2026-06-27T08:15:00Z"), Sign::Opened)));
        assert!(!adds_nothing(None, (then, Sign::Opened)));
    }

    #[test]
    fn only_ones_own_slip_of_the_last_ten_minutes_is_taken_back() {
        let id = |n: u128| StaffId(Id(uuid::Uuid::from_u128(n)));
        let said = at("2026-06-27T08:00:00Z");
        let after = |minutes: i64| said + SignedDuration::from_mins(minutes);
        let asked = |last, minutes| may_take_back(last, (id(1), after(minutes)));
        assert_eq!(asked(None, 0), Err(NoTakeBack::Nothing));
        assert_eq!(asked(Some((said, Some(id(1)))), 10), Ok(()));
        assert_eq!(asked(Some((said, Some(id(1)))), 11), Err(NoTakeBack::TooLate));
        assert_eq!(asked(Some((said, Some(id(2)))), 1), Err(NoTakeBack::NotYours));
        assert_eq!(asked(Some((said, None)), 1), Err(NoTakeBack::NotYours));
    }
}
