//! Whether somebody may look for people to play with in a room.
use jiff::{SignedDuration, Timestamp};

use super::band::{Band, Entry};
use super::game::{FEWEST, FILLED_BY};
use super::refusal::NoGame;
use crate::rules::{self, Ask, Booking, Facts, Offering, Refusal, Source, State, Who};

/// What was decided: the slot, held until a quarter of an hour before it starts, and the game.
#[derive(Debug, Clone, PartialEq)]
pub struct Posted {
    pub booking: Booking,
    pub band: Option<Band>,
}

/// Less time than this is not enough for anybody to find a game.
const TO_FIND: SignedDuration = SignedDuration::from_mins(15);

/// Whether people find each other here at all.
pub fn hosts_games(offering: &Offering) -> bool {
    let policy = &offering.policy;
    policy.who == Who::Anyone && !policy.approval && policy.largest_group >= FEWEST
}

/// Holds a slot for whoever posts the game and `more` others. `ask.group` is not read. `elsewhere`: they are in another
/// game at that time.
pub fn post(
    now: Timestamp,
    (ask, more): (&Ask, i32),
    entry: Entry,
    (by_staff, elsewhere): (bool, bool),
    facts: &Facts,
) -> Result<Posted, NoGame> {
    let policy = &facts.offering.policy;
    if !hosts_games(&facts.offering) {
        return Err(NoGame::NotForGames);
    }
    if matches!(entry, Entry::Child { band: Band::Under13, along: false }) {
        return Err(NoGame::WithGuardian);
    }
    let group = entry.seats().saturating_add(more);
    let (from, to) = (policy.smallest_group.max(FEWEST), policy.largest_group);
    if more < 1 || !(from..=to).contains(&group) {
        return Err(NoGame::Party { from, to });
    }
    let source = if by_staff { Source::Desk } else { Source::Public };
    let booking = rules::book(now, &Ask { group, ..ask.clone() }, source, facts)?;
    let lapses_at = booking.span.from - FILLED_BY;
    if lapses_at < now + TO_FIND {
        return Err(Refusal::TooSoon { earliest: now + TO_FIND + FILLED_BY }.into());
    }
    if elsewhere {
        return Err(NoGame::Elsewhere);
    }
    let booking = Booking { state: State::Held, awaits_approval: false, lapses_at: Some(lapses_at), ..booking };
    Ok(Posted { booking, band: entry.band() })
}
