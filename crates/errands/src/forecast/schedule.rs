//! Who is called when, if everything takes as long as is expected.
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::durations::Durations;
use super::hall::{Comes, Desk, Hall, Waits};
use super::takes::of_minutes;
use crate::rules::{Candidate, DeskId, LineId, Next, next};

/// A turn that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<I> {
    pub id: I,
    pub desk: DeskId,
    pub line: LineId,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// Gives each desk, whenever it is free, whoever [`next`] would call there, until nobody is left who can be called before the
/// desks close: list scheduling (Graham, "Bounds on multiprocessing timing anomalies", 1969) in the hall's own order. The
/// turns are in the order of their calls; whoever is missing is not called any more.
///
/// Somebody at home is not called before they are expected, and no desk waits for them: others go first, and they take their
/// old place in the order once they are there. Of whom it is not known whether they come nobody is held up.
/// Whoever has an appointment is expected when it begins, and then goes before others.
pub fn schedule<I: Copy>(hall: &Hall<I>, durations: &Durations) -> Vec<Turn<I>> {
    let mut desks: Vec<(&Desk, Timestamp)> = hall.desks.iter().map(|d| (d, free(hall.now, d))).collect();
    let mut left: Vec<&Waits<I>> = hall.waiting.iter().filter(|w| w.comes != Comes::Unknown).collect();
    let mut favoured = hall.favoured.clone();
    let mut turns = Vec::with_capacity(left.len());
    while let Some((at, of)) = first_free(hall.now, &desks, &left) {
        let Some((chosen, which)) = call(hall.now, desks[of].0, at, &left, &favoured) else { break };
        let waits = left.remove(which);
        favoured.insert(waits.line, chosen.favoured);
        let until = at + of_minutes(durations.occupies(waits.takes));
        desks[of].1 = until;
        turns.push(Turn { id: waits.id, desk: desks[of].0.id, line: waits.line, from: at, until });
    }
    turns
}

/// When the desk is through with whom it serves.
fn free(now: Timestamp, desk: &Desk) -> Timestamp {
    desk.serving.map_or(now, |s| now + of_minutes(s.remaining(now)))
}

fn here(now: Timestamp, waits: &Waits<impl Copy>) -> Timestamp {
    if let Comes::At(at) = waits.comes { at.max(now) } else { now }
}

/// The desk that can call somebody first, and when. Of several the one with the lowest number.
fn first_free<I: Copy>(now: Timestamp, desks: &[(&Desk, Timestamp)], left: &[&Waits<I>]) -> Option<(Timestamp, usize)> {
    let starts = desks.iter().enumerate().filter_map(|(n, (desk, free))| {
        let theirs = left.iter().filter(|w| desk.can_serve(w.line, w.official));
        let somebody = theirs.map(|w| here(now, w)).min()?;
        Some((desk.opens(somebody.max(*free))?, desk.id, n))
    });
    starts.min().map(|(at, _, n)| (at, n))
}

/// Whom the desk calls: of each of its lines the next, and of those the first in rank.
fn call<I: Copy>(
    now: Timestamp,
    desk: &Desk,
    at: Timestamp,
    left: &[&Waits<I>],
    favoured: &BTreeMap<LineId, i16>,
) -> Option<(Next<usize>, usize)> {
    let of_line = |line: &LineId| {
        let theirs = left.iter().enumerate().filter(|(_, w)| w.line == *line && here(now, w) <= at);
        let theirs = theirs.filter(|(_, w)| desk.can_serve(w.line, w.official));
        let candidates: Vec<Candidate<usize>> = theirs
            .map(|(id, w)| {
                let due = w.booked && w.order_at <= at;
                Candidate { id, priority: w.priority, due, order_at: w.order_at, number: w.number }
            })
            .collect();
        next(&candidates, favoured.get(line).copied().unwrap_or(0))
    };
    let chosen = desk.lines.iter().filter_map(of_line).min_by_key(Next::rank)?;
    let which = chosen.id;
    Some((chosen, which))
}
