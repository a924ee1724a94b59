//! Replays recorded days, one after the other, and says how good the forecasts were.
//!
//! Each ticket gets its forecast when it is drawn, from what was known then: the band and the durations have learnt from what
//! had ended by then, and from nothing else. The first day begins with nothing learnt, and counts. Whoever still waits when half
//! of their time should be over asks again; nothing is learnt from that.
mod at;
mod peers;
mod figures;
mod report;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::band::Band;
use super::durations::Durations;
use super::predict::{About, Forecast, forecast};
use super::record::{Day, End, Visit};
use crate::rules::{LineId, MOST_FAVOURED};
use peers::Peers;

#[cfg(test)]
pub use at::hall_at;
pub use figures::{Errors, Figures, Held};
pub use peers::{NAMES, PEERS};
pub use report::Report;

/// Replays each history by itself, a history being the days of one station in their order, under a name for people.
pub fn compare(histories: &[(String, Vec<Day>)]) -> Report {
    Report { histories: histories.iter().map(|(name, days)| (name.clone(), replay(days))).collect() }
}

/// The figures of one history.
pub fn replay(days: &[Day]) -> Figures {
    let mut state = State::default();
    for day in days {
        state.peers.begin_day();
        state.favoured.clear();
        state.told.clear();
        state.again.clear();
        let mut to_come = happenings(day);
        while let Some((at, what, row)) = to_come.pop_first() {
            match what {
                What::Ended => state.ended(&day.visits[row], row),
                What::Drawn => to_come.extend(state.drawn(day, at, row).map(|half| (half, What::Asked, row))),
                What::Asked => state.asked(day, at, row),
                What::Called => state.called(&day.visits[row], at, row),
            }
        }
    }
    state.figures.days = days.len();
    state.figures
}

/// At one instant a desk ends a turn, then a ticket is drawn, then it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Ended,
    Drawn,
    Asked,
    Called,
}

fn happenings(day: &Day) -> BTreeSet<(Timestamp, What, usize)> {
    let of_row = |(row, visit): (usize, &Visit)| {
        let called = visit.called_at.map(|at| (at, What::Called, row));
        [Some((visit.drawn_at, What::Drawn, row)), called, Some((visit.ended_at, What::Ended, row))]
    };
    day.visits.iter().enumerate().flat_map(of_row).flatten().collect()
}

#[derive(Default)]
struct State {
    durations: Durations,
    band: Band,
    peers: Peers,
    favoured: BTreeMap<LineId, i16>,
    /// What each row of today was told, by us and by the peers.
    told: BTreeMap<usize, (About, [f64; PEERS])>,
    /// What it was told when it asked again.
    again: BTreeMap<usize, About>,
    figures: Figures,
}

impl State {
    /// When they ask again.
    fn drawn(&mut self, day: &Day, now: Timestamp, row: usize) -> Option<Timestamp> {
        let visit = &day.visits[row];
        if visit.again {
            return None;
        }
        let hall = at::hall_at(day, now, &self.favoured, &self.durations);
        self.figures.tickets += 1;
        let asks = hall.waiting.iter().find(|w| w.id == row)?;
        let Forecast::About(about) = forecast(&hall, row, &self.durations, &self.band) else {
            self.figures.cannot += 1;
            return None;
        };
        self.told.insert(row, (about, self.peers.say(&hall, asks, visit.typical)));
        (!about.is_at_once()).then(|| now + about.point.duration_since(now) / 2)
    }

    fn asked(&mut self, day: &Day, now: Timestamp, row: usize) {
        let hall = at::hall_at(day, now, &self.favoured, &self.durations);
        if let Forecast::About(about) = forecast(&hall, row, &self.durations, &self.band)
            && !about.is_at_once()
        {
            self.again.insert(row, about);
        }
    }

    fn called(&mut self, visit: &Visit, at: Timestamp, row: usize) {
        let favoured = self.favoured.entry(visit.line).or_default();
        *favoured = if visit.priority.is_some() { (*favoured + 1).min(MOST_FAVOURED) } else { 0 };
        if !visit.again && !visit.is_remote() {
            self.peers.called(visit, at);
        }
        if let Some(about) = self.again.remove(&row).filter(|about| in_time(visit, about)) {
            self.figures.again.add(at <= about.until);
        }
        if let Some((about, peers)) = self.told.remove(&row).filter(|(about, _)| in_time(visit, about)) {
            self.figures.called(&about, peers, at, visit.is_remote());
            about.judge(Some(at), &mut self.band);
        }
    }

    fn ended(&mut self, visit: &Visit, row: usize) {
        let took = visit.called_at.map(|at| visit.ended_at.duration_since(at));
        match (visit.end, took) {
            (End::Done, Some(took)) => {
                self.durations.learn(visit.matter, visit.typical, took);
                self.durations.learn_call(true);
                self.peers.served(visit.line, took);
            }
            (End::Missed, _) => self.durations.learn_call(false),
            _ => self.not_called(visit, row),
        }
    }

    /// Of whoever left before the upper end it is not known when they would have been called: they are not judged. Later than
    /// that it is known that the band did not hold.
    fn not_called(&mut self, visit: &Visit, row: usize) {
        let closed = visit.end == End::Closed;
        if let Some(about) = self.again.remove(&row).filter(|about| in_time(visit, about))
            && (closed || visit.ended_at > about.until)
        {
            self.figures.again.add(false);
        }
        let Some((about, _)) = self.told.remove(&row).filter(|(about, _)| in_time(visit, about)) else { return };
        if closed || visit.ended_at > about.until {
            self.figures.not_called(&about, visit.is_remote());
            about.judge((!closed).then_some(visit.ended_at), &mut self.band);
        }
    }
}

/// The forecast of a ticket drawn at home is for somebody who is there in time: by the lower end.
fn in_time(visit: &Visit, about: &About) -> bool {
    !visit.is_remote() || visit.here_at.is_some_and(|here| here <= about.from)
}
