//! What somebody who waits is told.
use jiff::{SignedDuration, Timestamp};

use super::band::{Band, Ends};
use super::durations::Durations;
use super::hall::{Comes, Desk, Hall, Waits};
use super::schedule::schedule;
use super::takes::{minutes, of_minutes};
use crate::rules::OfficialId;

/// Times are told in steps of so many seconds: five minutes.
const STEP: i64 = 300;

/// When somebody will be called, or why that cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Forecast {
    Cannot(Cannot),
    About(About),
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Cannot {
    /// No desk that serves the line is open. When one opens, if that is known.
    NoDesk { back: Option<Timestamp> },
    /// The official for whom they wait is not at a desk. When they return, if they have said so.
    Away { official: OfficialId, back: Option<Timestamp> },
    /// More people are ahead than can be called before the desks close.
    NotBefore { closes: Option<Timestamp> },
    /// The ticket does not wait.
    NotWaiting,
}

/// About when: nine of ten are called no later than `until`, nine of ten no earlier than `from`. Kept with the ticket, so that
/// the band learns from it later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct About {
    pub now: Timestamp,
    pub from: Timestamp,
    pub point: Timestamp,
    pub until: Timestamp,
    /// What the schedule says, uncorrected: what the band learns from.
    pub scheduled: Timestamp,
    /// Who is called before them at desks that could call them.
    pub ahead: usize,
    /// Desks open now that could call them.
    pub desks: usize,
    /// The upper end is when the desks close: nobody is called after that, and perhaps they are not either.
    pub may_close: bool,
}

/// For a ticket that waits. Somebody at home gets the time of their turn if they are there by then: the rule for what they are
/// told is [`crate::rules::come_at`] of `from`.
pub fn forecast<I: Copy + PartialEq>(hall: &Hall<I>, id: I, durations: &Durations, band: &Band) -> Forecast {
    let Some(place) = hall.waiting.iter().position(|w| w.id == id) else {
        return Forecast::Cannot(Cannot::NotWaiting);
    };
    let asks = Waits { comes: Comes::Here, ..hall.waiting[place] };
    if let Err(cannot) = open_desks(hall, &asks) {
        return Forecast::Cannot(cannot);
    }
    let mut with = hall.clone();
    with.waiting[place] = asks;
    told(&with, &asks, durations, band)
}

/// For somebody who would draw a ticket now: `asks` with an id that nobody has.
pub fn forecast_joining<I: Copy + PartialEq>(
    hall: &Hall<I>,
    asks: Waits<I>,
    durations: &Durations,
    band: &Band,
) -> Forecast {
    let mut with = hall.clone();
    with.waiting.push(asks);
    forecast(&with, asks.id, durations, band)
}

/// The desks open now that could call them.
fn open_desks<'a, I>(hall: &'a Hall<I>, asks: &Waits<I>) -> Result<Vec<&'a Desk>, Cannot> {
    let theirs = hall.desks.iter().filter(|d| d.can_serve(asks.line, asks.official));
    let open: Vec<&Desk> = theirs.clone().filter(|d| d.is_open(hall.now)).collect();
    if !open.is_empty() {
        return Ok(open);
    }
    let back = theirs.filter_map(|d| d.opens(hall.now)).min();
    Err(match asks.official {
        Some(official) => Cannot::Away { official, back },
        None => Cannot::NoDesk { back },
    })
}

fn told<I: Copy + PartialEq>(hall: &Hall<I>, asks: &Waits<I>, durations: &Durations, band: &Band) -> Forecast {
    let theirs = || hall.desks.iter().filter(|d| d.can_serve(asks.line, asks.official));
    let closes = theirs().filter_map(Desk::closes).max();
    let turns = schedule(hall, durations);
    let Some(place) = turns.iter().position(|t| t.id == asks.id) else {
        return Forecast::Cannot(Cannot::NotBefore { closes });
    };
    let scheduled = turns[place].from;
    let ends = band_of(hall.now, scheduled, band);
    let last = closes.map_or(scheduled, |closes| closes.max(scheduled));
    let at = |wait: f64| (hall.now + of_minutes(wait)).min(last);
    Forecast::About(About {
        now: hall.now,
        from: at(ends.low),
        point: at(ends.point),
        until: at(ends.high),
        scheduled,
        ahead: turns[..place].iter().filter(|t| theirs().any(|d| d.id == t.desk)).count(),
        desks: theirs().filter(|d| d.is_open(hall.now)).count(),
        may_close: at(ends.high) == last,
    })
}

/// Whoever a free desk calls at once needs no band.
fn band_of(now: Timestamp, scheduled: Timestamp, band: &Band) -> Ends {
    if scheduled <= now {
        return Ends { low: 0.0, point: 0.0, high: 0.0 };
    }
    band.ends(minutes(scheduled.duration_since(now)))
}

impl About {
    /// A desk is free for them now.
    pub fn is_at_once(&self) -> bool {
        self.scheduled <= self.now
    }

    /// The band as people read it: whole five minutes, outwards.
    pub fn rounded(&self) -> (Timestamp, Timestamp) {
        let down = |at: Timestamp| at - SignedDuration::from_secs(at.as_second().rem_euclid(STEP));
        let whole = |at: Timestamp| Timestamp::from_second(at.as_second()).unwrap_or(at);
        (down(whole(self.from)), down(whole(self.until + SignedDuration::from_secs(STEP - 1))))
    }

    /// Tells the band what came of the forecast: when they were called, or that they were not, that day. At once is no news.
    pub fn judge(&self, called: Option<Timestamp>, band: &mut Band) {
        if self.is_at_once() {
            return;
        }
        let wait = |at: Timestamp| minutes(at.duration_since(self.now));
        let ends = Ends { low: wait(self.from), point: wait(self.point), high: wait(self.until) };
        band.learn(wait(self.scheduled), ends, called.map(wait));
    }
}
