//! What others tell people: three simple predictors, each with all that it could know.
use std::collections::{BTreeMap, VecDeque};

use jiff::{SignedDuration, Timestamp};

use crate::forecast::hall::{Comes, Hall, Waits};
use crate::forecast::record::Visit;
use crate::forecast::takes::minutes;
use crate::rules::LineId;

/// How many predictors there are to compare with.
pub const PEERS: usize = 3;
pub const NAMES: [&str; PEERS] = ["last person's wait", "queue length x mean / open desks", "average of the last five"];

/// What they remember. People with priority are compared with people with priority, and only who is in the hall counts as
/// queue: with all tickets of a line alike the errors of these predictors are larger.
#[derive(Debug, Clone, Default)]
pub struct Peers {
    /// Of the last five who were called today, in minutes, the oldest first; by line and whether they had priority.
    waits: BTreeMap<(LineId, bool), VecDeque<f64>>,
    /// How many of a line were served, and their minutes at the desk together.
    served: BTreeMap<LineId, (f64, f64)>,
}

impl Peers {
    pub fn begin_day(&mut self) {
        self.waits.clear();
    }

    pub fn called(&mut self, visit: &Visit, at: Timestamp) {
        let waits = self.waits.entry((visit.line, visit.priority.is_some())).or_default();
        if waits.len() == 5 {
            waits.pop_front();
        }
        waits.push_back(minutes(at.duration_since(visit.drawn_at)));
    }

    pub fn served(&mut self, line: LineId, took: SignedDuration) {
        let served = self.served.entry(line).or_default();
        *served = (served.0 + 1.0, served.1 + minutes(took));
    }

    /// Minutes from now, in the order of [`NAMES`]. `typical` are the minutes of the ticket's matter, until anything is
    /// measured. Before the first call of a day the other two say what the queue length says.
    pub fn say(&self, hall: &Hall<usize>, asks: &Waits<usize>, typical: i16) -> [f64; PEERS] {
        let mean = self.served.get(&asks.line).map_or(f64::from(typical), |(count, sum)| sum / count);
        let theirs = hall.desks.iter().filter(|d| d.lines.contains(&asks.line) && d.is_open(hall.now));
        let (open, free) = (theirs.clone().count().max(1), theirs.filter(|d| d.serving.is_none()).count());
        let in_line = hall.waiting.iter().filter(|w| w.line == asks.line && w.id != asks.id && w.comes == Comes::Here);
        // Ibrahim and Whitt, "Real-time delay estimation based on delay history", 2009: whoever joins a queue of n waits for
        // n + 1 ends of service.
        let ends = if free > 0 { 0 } else { in_line.count() + 1 };
        let queue = ends as f64 * mean / open as f64;
        let Some(waits) = self.waits.get(&(asks.line, asks.priority.is_some())) else { return [queue; PEERS] };
        let last = waits.back().copied().unwrap_or(queue);
        [last, queue, waits.iter().sum::<f64>() / waits.len().max(1) as f64]
    }
}
