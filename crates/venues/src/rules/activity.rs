//! A room that an activity of the station holds: nobody else is in there, and it stays held whether anybody checks in or not.
//! How long and from which minute a person may have it does not count; what is open and what is taken does.
use jiff::Timestamp;

use super::book::{Booking, Facts, Source, is_open, kept};
use super::free::choose;
use super::policy::LONGEST;
use super::refusal::Refusal;
use super::span::{CELL_MINUTES, Span};
use super::venue::{Offering, Takes};
use super::window::Sight;

/// Decides on the whole of an offering: where people share it, all its places are taken.
pub fn hold_whole(now: Timestamp, span: Span, facts: &Facts) -> Result<Booking, Refusal> {
    let policy = &facts.offering.policy;
    if span.until <= now {
        return Err(Refusal::Past);
    }
    if span.minutes() > i64::from(LONGEST) {
        return Err(Refusal::TooLong { minutes: LONGEST });
    }
    let cell = i64::from(CELL_MINUTES) * 60;
    if span.from.as_second() % cell != 0 || span.until.as_second() % cell != 0 {
        return Err(Refusal::OffGrid { minutes: CELL_MINUTES });
    }
    is_open(&span, facts, now)?;
    let offering = Offering { takes: Takes::Whole, ..facts.offering.clone() };
    let group = policy.smallest_group;
    let units = choose(&offering, &facts.atoms, &facts.claims, (&span, group), &Sight::of_station(now));
    let booking = kept(now, span, group, units.ok_or(Refusal::Taken)?, Source::Activity, policy);
    Ok(Booking { lapses_at: None, grace: None, ..booking })
}
