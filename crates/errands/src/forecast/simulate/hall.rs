//! Whom a desk of the made-up hall calls: the rules of the real one.
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::parameters::Desk;
use crate::rules::{Candidate, LineId, Next, OfficialId, Priority, after_miss, next};

/// Somebody in the hall.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// Index of their row.
    pub row: usize,
    pub line: LineId,
    pub official: Option<OfficialId>,
    pub priority: Priority,
    pub order_at: Timestamp,
    pub number: i32,
}

/// Those in the hall.
#[derive(Debug, Default)]
pub struct Queue {
    pub waiting: Vec<Waits>,
    favoured: BTreeMap<LineId, i16>,
}

impl Queue {
    /// Takes out whoever this desk calls next: their row.
    pub fn call(&mut self, desk: &Desk) -> Option<usize> {
        let of_line = |line: &LineId| {
            let theirs = self.waiting.iter().filter(|w| w.line == *line);
            let theirs = theirs.filter(|w| w.official.is_none() || w.official == desk.official);
            let candidates: Vec<Candidate<usize>> = theirs
                .map(|w| Candidate {
                    id: w.row,
                    priority: w.priority,
                    due: false,
                    order_at: w.order_at,
                    number: w.number,
                })
                .collect();
            next(&candidates, self.favoured.get(line).copied().unwrap_or(0)).map(|chosen| (*line, chosen))
        };
        let best = |(_, chosen): &(LineId, Next<usize>)| chosen.rank();
        let (line, chosen) = desk.lines.iter().filter_map(of_line).min_by_key(best)?;
        self.favoured.insert(line, chosen.favoured);
        self.waiting.retain(|w| w.row != chosen.id);
        Some(chosen.id)
    }

    pub fn take(&mut self, row: usize) -> Option<Waits> {
        let place = self.waiting.iter().position(|w| w.row == row)?;
        Some(self.waiting.remove(place))
    }

    /// The place of somebody who comes back to the line.
    pub fn after_miss(&self, line: LineId, now: Timestamp) -> Timestamp {
        let mut instants: Vec<Timestamp> = self.waiting.iter().filter(|w| w.line == line).map(|w| w.order_at).collect();
        instants.sort();
        after_miss(&instants, now)
    }
}
