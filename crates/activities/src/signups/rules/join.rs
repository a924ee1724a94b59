//! Signing up.
use jiff::{SignedDuration, Timestamp};

use super::age::{Fit, Whom, fit, needs_guardian};
use super::refusal::NoSignup;
use crate::rules::{Ages, Joining};

/// So many come together at most.
pub const MOST_SEATS: i16 = 8;

/// So long before the start the door opens: from then on whoever comes says so, and is asked to.
pub const DOOR_OPENS: SignedDuration = SignedDuration::from_hours(2);

/// One time of an activity, as far as signing up goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    pub joining: Joining,
    pub ages: Ages,
    pub called_off: bool,
    /// When one can sign up; half-open.
    pub opens_at: Timestamp,
    pub closes_at: Timestamp,
    pub starts_at: Timestamp,
    /// `None` = everybody who signs up has a place.
    pub capacity: Option<i32>,
    /// The draw is over: whoever signs up now comes after everybody who took part.
    pub drawn: bool,
}

/// Who asks for how many places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub seats: i16,
    pub whom: Whom,
    /// Somebody grown up holds it: a person, known by a phone, an account or a card.
    pub held: bool,
    /// A clerk types; then it is open until it begins.
    pub by_desk: bool,
}

/// What becomes of a signup that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A place if there is one, or the list.
    Place,
    /// Into the draw.
    Draw,
}

/// Whether they may, and how it goes on.
pub fn join(now: Timestamp, terms: &Terms, asked: &Asked) -> Result<Outcome, NoSignup> {
    let closes_at = if asked.by_desk { terms.starts_at } else { terms.closes_at };
    let most = terms.capacity.unwrap_or(i32::MAX).min(MOST_SEATS.into());
    match () {
        () if terms.called_off => Err(NoSignup::CalledOff),
        () if terms.joining == Joining::JustCome => Err(NoSignup::JustCome),
        () if now >= closes_at => Err(NoSignup::Closed),
        () if !asked.by_desk && now < terms.opens_at => Err(NoSignup::NotYet(terms.opens_at)),
        () if !(1..=most).contains(&asked.seats.into()) => Err(NoSignup::Seats(most)),
        () if fit(&terms.ages, asked.whom) == Fit::Not => Err(NoSignup::Age(terms.ages)),
        () if needs_guardian(&terms.ages, asked.whom) && !asked.held => {
            Err(NoSignup::GuardianFirst(terms.ages.guardian_under.unwrap_or_default()))
        }
        () if terms.joining == Joining::Draw && !terms.drawn && now < terms.closes_at => Ok(Outcome::Draw),
        () => Ok(Outcome::Place),
    }
}
