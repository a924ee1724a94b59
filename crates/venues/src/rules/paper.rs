//! What was written on paper while the program was away. What has happened has happened: no opening hours and no gaps are
//! held against it, only that two cannot have had one table. What is still to come is judged as at the desk.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

use super::book::{Booking, Facts, Source, group_fits, is_open, kept};
use super::free::{Claim, choose};
use super::policy::{LONGEST, Policy};
use super::refusal::Refusal;
use super::span::Span;
use super::state::State;
use super::venue::{AtomId, Offering};
use super::window::Sight;

/// How many hours later paper may still be typed in: over a weekend.
pub const PAPER_HOURS: i32 = 72;

/// How many days ahead somebody may have been written down on paper.
const DAYS_AHEAD: i32 = 31;

/// One line of the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct OnPaper {
    pub span: Span,
    /// As many as the offering's smallest group where nobody wrote it.
    pub group: Option<i32>,
    /// The table that was written down, if one was.
    pub place: Option<AtomId>,
    pub came: bool,
}

impl OnPaper {
    /// Whether they are in there or have been: nobody can refuse it any more.
    pub fn happened(&self, now: Timestamp) -> bool {
        self.came && self.span.from <= now
    }

    /// Whether the time is over and nobody came: nothing was used.
    pub fn missed(&self, now: Timestamp) -> bool {
        !self.came && self.span.until <= now
    }
}

/// What becomes of a line: completed, in use, still to come; or nobody came, which takes no room.
pub fn from_paper(now: Timestamp, paper: &OnPaper, facts: &Facts) -> Result<Booking, Refusal> {
    let (span, policy) = (paper.span, &facts.offering.policy);
    let group = paper.group.unwrap_or(policy.smallest_group);
    paper_in_reach(now, &span, &facts.zone)?;
    let booking = |units| kept(now, span, group, units, Source::Outage, policy);
    if paper.missed(now) {
        return Ok(Booking { state: State::Released, lapses_at: None, ..booking(vec![]) });
    }
    if paper.happened(now) {
        let state = if span.until <= now { State::Completed } else { State::CheckedIn };
        let without = |c: &Claim| Claim { before: 0, after: 0, ..*c };
        let claims: Vec<Claim> = facts.claims.iter().map(without).collect();
        let gapless = Policy { before: 0, after: 0, ..policy.clone() };
        let offering = at_place(Offering { policy: gapless, ..facts.offering.clone() }, paper.place);
        let units =
            choose(&offering, &facts.atoms, &claims, (&span, group), &Sight::of_station(now)).ok_or(Refusal::Taken)?;
        return Ok(Booking { state, lapses_at: None, ..booking(units) });
    }
    is_open(&span, facts, now)?;
    group_fits(group, policy)?;
    let offering = at_place(facts.offering.clone(), paper.place);
    let units = choose(&offering, &facts.atoms, &facts.claims, (&span, group), &Sight::of_station(now))
        .ok_or(Refusal::Taken)?;
    Ok(booking(units))
}

/// The offering as if it had only the table that was written down.
fn at_place(offering: Offering, place: Option<AtomId>) -> Offering {
    match place {
        Some(atom) => Offering { atoms: vec![atom], ..offering },
        None => offering,
    }
}

/// Whether a time is one that paper may name at all. Asked before anything is read about it: what is years long would be
/// long to read.
pub fn paper_in_reach(now: Timestamp, span: &Span, zone: &TimeZone) -> Result<(), Refusal> {
    if span.minutes() > i64::from(LONGEST) {
        return Err(Refusal::TooLong { minutes: LONGEST });
    }
    if span.from < now - SignedDuration::from_hours(PAPER_HOURS.into()) {
        return Err(Refusal::TooLongAgo { hours: PAPER_HOURS });
    }
    let today = now.to_zoned_datetime(zone.clone()).date();
    let last_day = today.saturating_add(Days::new().days(DAYS_AHEAD));
    if span.from.to_zoned_datetime(zone.clone()).date() > last_day {
        return Err(Refusal::TooFar { last_day });
    }
    Ok(())
}
