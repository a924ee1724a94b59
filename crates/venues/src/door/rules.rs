//! Who may come in, and when guessing has to stop. Data in, decision out.
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::rules::{Refusal, Source, Span, State, may_check_in};
use people::PersonId;

/// A code opens the door this long before the start: time to hang up a coat.
const EARLY: SignedDuration = SignedDuration::from_mins(10);

/// When the code of a use of `span` opens the door.
pub fn opens(span: &Span) -> Span {
    Span { from: span.from - EARLY, until: span.until }
}

/// The dates of a series come one after the other for months: each gets its code the day before, not all at once.
const SERIES_AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Whether a reservation should have a code by now.
pub fn wants_code(now: Timestamp, state: State, source: Source, span: &Span) -> bool {
    let stands = matches!(state, State::Confirmed | State::CheckedIn);
    let of_series = matches!(source, Source::Series | Source::Season | Source::Activity);
    stands && (!of_series || span.from - now <= SERIES_AHEAD)
}

/// So many wrong codes in a row, and the keypad waits.
pub const MOST_WRONG: i16 = 8;
/// So long it waits; and wrong codes that are older count no more.
const PAUSE: SignedDuration = SignedDuration::from_mins(5);

/// Wrong codes in a row, and when the last one was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Guesses {
    pub wrong: i16,
    pub last_at: Option<Timestamp>,
}

impl Guesses {
    /// How long the keypad still has to wait, if it has.
    pub fn pause(&self, now: Timestamp) -> Option<SignedDuration> {
        let until = self.last_at? + PAUSE;
        (self.wrong >= MOST_WRONG && now < until).then(|| until - now)
    }

    pub fn after_a_wrong_one(&self, now: Timestamp) -> Guesses {
        let fresh = self.last_at.is_some_and(|at| now < at + PAUSE) && self.wrong < MOST_WRONG;
        Guesses { wrong: if fresh { self.wrong + 1 } else { 1 }, last_at: Some(now) }
    }
}

/// What a code that somebody typed comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The door opens until then.
    Opens { until: Timestamp },
    /// It is theirs, but not yet.
    TooEarly { from: Timestamp },
    /// The code is nobody's, or it is over.
    Stays,
}

/// Whether the code of a reservation opens the door now.
pub fn enter(now: Timestamp, state: State, span: &Span) -> Door {
    let opens = opens(span);
    match state {
        State::Confirmed | State::CheckedIn if opens.contains(now) => Door::Opens { until: opens.until },
        State::Confirmed | State::CheckedIn if now < opens.from => Door::TooEarly { from: opens.from },
        _ => Door::Stays,
    }
}

/// Whoever has something later than this is not at the door for it.
pub const AHEAD: SignedDuration = SignedDuration::from_hours(3);

/// Why somebody at the door is not checked in.
#[derive(Debug, Clone, PartialEq)]
pub enum NoArrival {
    /// There is nothing of theirs here now.
    NothingHere,
    /// They came later than the slot waited; it went to others then.
    LetGo {
        at: Timestamp,
    },
    /// More than one person has something here now whose number ends so.
    Several,
    Room(Refusal),
}

impl From<Refusal> for NoArrival {
    fn from(refusal: Refusal) -> NoArrival {
        NoArrival::Room(refusal)
    }
}

/// One of those who have something in a room around now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub id: ReservationId,
    pub whose: PersonId,
    pub state: State,
    pub span: Span,
    pub lapses_at: Option<Timestamp>,
}

/// Which of the reservations that fit somebody's words is meant: the one that runs or comes next.
pub fn meant(now: Timestamp, mut all: Vec<Candidate>) -> Result<Candidate, NoArrival> {
    all.sort_by_key(|c| c.span.from);
    let live: Vec<_> = all.iter().filter(|c| matches!(c.state, State::Confirmed | State::CheckedIn)).collect();
    if live.iter().any(|c| c.whose != live[0].whose) {
        return Err(NoArrival::Several);
    }
    // Whoever is inside already and has the next hour too comes for the next one once it is near.
    let next = live.iter().find(|c| c.state == State::Confirmed && may_check_in(now, &c.span));
    if let Some(found) = next.or(live.first()) {
        return Ok(**found);
    }
    let let_go = all.iter().rfind(|c| c.state == State::Released && c.span.contains(now));
    Err(match let_go {
        Some(c) => NoArrival::LetGo { at: c.lapses_at.unwrap_or(c.span.from) },
        None => NoArrival::NothingHere,
    })
}
