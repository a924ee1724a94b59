//! A reception day: announced in time, cut into slots, one person to a slot.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::refusal::Refusal;

/// It is announced so many days ahead: word has to get to the villages. PRODUCT.md, part 3.
pub const NOTICE_DAYS: i64 = 3;
/// Longer than this nobody listens.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(10);
/// What a slot may last, in minutes.
pub const SLOT_MINUTES: std::ops::RangeInclusive<i16> = 5..=120;
/// So many free slots are told to whoever came too late.
const NEAREST: usize = 3;

/// A day as far as rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub on: Date,
    pub from: Timestamp,
    pub until: Timestamp,
    pub minutes: i16,
    pub called_off: bool,
}

/// The first day that can still be announced today.
pub fn earliest(today: Date) -> Date {
    today.saturating_add(NOTICE_DAYS.days())
}

/// Whether a day may be announced; `others` are when the same deputy receives already.
pub fn announce(today: Date, day: &Day, others: &[(Timestamp, Timestamp)]) -> Result<(), Refusal> {
    if day.on < earliest(today) {
        return Err(Refusal::TooSoon { earliest: earliest(today) });
    }
    if day.until.duration_since(day.from) > LONGEST {
        return Err(Refusal::TooLong);
    }
    if slots(day).is_empty() {
        return Err(Refusal::Backwards);
    }
    match others.iter().find(|(from, until)| *from < day.until && day.from < *until) {
        Some((from, until)) => Err(Refusal::Elsewhere { from: *from, until: *until }),
        None => Ok(()),
    }
}

/// When its slots begin: one after the other, as long as a whole one fits.
pub fn slots(day: &Day) -> Vec<Timestamp> {
    let length = SignedDuration::from_mins(i64::from(day.minutes.max(1)));
    let mut all = vec![];
    let mut at = day.from;
    while at + length <= day.until {
        all.push(at);
        at += length;
    }
    all
}

/// The slots that somebody could still take.
pub fn free(now: Timestamp, day: &Day, taken: &[Timestamp]) -> Vec<Timestamp> {
    if day.called_off {
        return vec![];
    }
    slots(day).into_iter().filter(|at| *at > now && !taken.contains(at)).collect()
}

/// Whether somebody may have the slot that begins at `at`. `has_one` says whether they have one on this day.
pub fn take(now: Timestamp, day: &Day, at: Timestamp, taken: &[Timestamp], has_one: bool) -> Result<(), Refusal> {
    if day.called_off {
        return Err(Refusal::CalledOff);
    }
    if !slots(day).contains(&at) {
        return Err(Refusal::NoSlot);
    }
    if at <= now {
        return Err(Refusal::SlotOver);
    }
    if has_one {
        return Err(Refusal::HasOne);
    }
    if taken.contains(&at) {
        let mut free = free(now, day, taken);
        free.sort_by_key(|other| other.duration_since(at).abs());
        free.truncate(NEAREST);
        free.sort_unstable();
        return Err(Refusal::Taken { free });
    }
    Ok(())
}
