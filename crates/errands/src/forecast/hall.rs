//! What the predictor is told of a hall at one moment.
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::takes::{Takes, minutes};
use crate::rules::{DeskId, LineId, OfficialId, Priority, TRUSTED_PAST_RETURN};

/// A hall now: who works, who waits.
#[derive(Debug, Clone)]
pub struct Hall<I> {
    pub now: Timestamp,
    /// Those at which somebody sits, or has said when they will.
    pub desks: Vec<Desk>,
    /// In any order.
    pub waiting: Vec<Waits<I>>,
    /// How many with priority were called in a row, per line; 0 where nothing is said.
    pub favoured: BTreeMap<LineId, i16>,
}

/// A desk and when it takes people.
#[derive(Debug, Clone)]
pub struct Desk {
    pub id: DeskId,
    pub lines: Vec<LineId>,
    /// Who sits there.
    pub official: Option<OfficialId>,
    /// Whom it calls or serves.
    pub serving: Option<Serving>,
    /// When it takes people, as far as it is known now, the next first: lunch and planned absences are the gaps. An absence
    /// whose end nobody has said is the end of the list.
    pub hours: Vec<Span>,
}

/// From, and until just before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: Timestamp,
    pub until: Timestamp,
}

/// A turn at a desk.
#[derive(Debug, Clone, Copy)]
pub struct Serving {
    pub since: Timestamp,
    pub takes: Takes,
}

/// Somebody who waits.
#[derive(Debug, Clone, Copy)]
pub struct Waits<I> {
    pub id: I,
    pub line: LineId,
    /// For whom they wait; nobody = any desk of the line.
    pub official: Option<OfficialId>,
    pub priority: Priority,
    pub order_at: Timestamp,
    /// `order_at` is when their appointment begins.
    pub booked: bool,
    pub number: i32,
    pub takes: Takes,
    pub comes: Comes,
}

/// Whether somebody can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comes {
    /// In the hall.
    Here,
    /// At home, expected then.
    At(Timestamp),
    /// At home, and nobody knows whether they will come.
    Unknown,
}

impl Comes {
    /// Of somebody at home who was told to come at `told`: expected then, for a quarter of an hour more expected any moment,
    /// and then no longer, as with officials who do not return.
    pub fn expected(now: Timestamp, told: Timestamp) -> Comes {
        if now <= told + TRUSTED_PAST_RETURN { Comes::At(told.max(now)) } else { Comes::Unknown }
    }
}

impl Desk {
    /// Whether somebody who waits in the line, perhaps for one official, can be called here.
    pub fn can_serve(&self, line: LineId, official: Option<OfficialId>) -> bool {
        self.lines.contains(&line) && (official.is_none() || official == self.official)
    }

    pub fn is_open(&self, at: Timestamp) -> bool {
        self.hours.iter().any(|s| s.from <= at && at < s.until)
    }

    /// The first instant from `at` on at which it takes somebody.
    pub fn opens(&self, at: Timestamp) -> Option<Timestamp> {
        self.hours.iter().filter(|s| at < s.until).map(|s| s.from.max(at)).min()
    }

    /// After the end of this day nobody is called.
    pub fn closes(&self) -> Option<Timestamp> {
        self.hours.iter().map(|s| s.until).max()
    }
}

impl Serving {
    /// For how many minutes it goes on.
    pub fn remaining(&self, now: Timestamp) -> f64 {
        self.takes.remaining(minutes(now.duration_since(self.since)))
    }
}
