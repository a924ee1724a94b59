//! When members are told something, and how often.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::refusal::NoClub;
use crate::games::rules::is_quiet;

/// So many notices in seven days.
const MOST: usize = 3;
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);
/// In the morning nobody is woken any more.
const AWAKE: i8 = 7;

/// Whether one more notice may go out; `before` are the instants of those that did.
pub fn notice(now: Timestamp, before: &[Timestamp]) -> Result<(), NoClub> {
    let mut lately: Vec<Timestamp> = before.iter().copied().filter(|at| *at > now - WEEK).collect();
    lately.sort_unstable();
    match lately.len().checked_sub(MOST).and_then(|n| lately.get(n)) {
        Some(at) => Err(NoClub::EnoughNotices { most: MOST, from: *at + WEEK }),
        None => Ok(()),
    }
}

/// The next instant at which a phone may ring: now, or seven in the morning.
pub fn awake(now: Timestamp, zone: &TimeZone) -> Timestamp {
    if !is_quiet(now, zone) {
        return now;
    }
    let local = now.to_zoned_datetime(zone.clone()).datetime();
    let morning = |on: jiff::civil::Date| zone.to_ambiguous_timestamp(on.at(AWAKE, 0, 0, 0)).compatible();
    let on = if local.hour() < AWAKE { local.date() } else { local.date().saturating_add(jiff::Span::new().days(1)) };
    morning(on).unwrap_or(now)
}
