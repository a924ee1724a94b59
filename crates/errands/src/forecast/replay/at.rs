//! The hall of a recorded day as it was known at one moment.
use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::forecast::durations::Durations;
use crate::forecast::hall::{Comes, Desk, Hall, Serving, Span, Waits};
use crate::forecast::record::{Day, Opening, Visit};
use crate::rules::{DeskId, LineId, TRAVEL, TRUSTED_PAST_RETURN};

const A_MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Nothing that happened after `now` is in it: of visits only that they were drawn, have come, were called or are over by
/// then; of desks what was planned or said by then. Tickets have the index of their row.
pub fn hall_at(day: &Day, now: Timestamp, favoured: &BTreeMap<LineId, i16>, durations: &Durations) -> Hall<usize> {
    let waiting = day.visits.iter().enumerate().filter(|(_, v)| waits(v, now));
    let mut desks: BTreeMap<DeskId, Desk> = BTreeMap::new();
    for opening in &day.openings {
        let desk = desks.entry(opening.desk).or_insert_with(|| Desk {
            id: opening.desk,
            lines: opening.lines.clone(),
            official: opening.official,
            serving: serving(day, opening.desk, now, durations),
            hours: vec![],
        });
        desk.hours.extend(known(opening, now));
    }
    Hall {
        now,
        desks: desks.into_values().collect(),
        waiting: waiting.map(|(n, v)| ticket(n, v, now, durations)).collect(),
        favoured: favoured.clone(),
    }
}

/// Whether a ticket waits. One that is called at this very instant waits until it has been.
pub fn waits(visit: &Visit, now: Timestamp) -> bool {
    visit.drawn_at <= now && now <= visit.called_at.unwrap_or(visit.ended_at)
}

fn ticket(n: usize, visit: &Visit, now: Timestamp, durations: &Durations) -> Waits<usize> {
    let here = visit.here_at.is_some_and(|at| at <= now);
    Waits {
        id: n,
        line: visit.line,
        official: visit.official,
        priority: visit.priority,
        order_at: visit.order_at,
        booked: false,
        number: visit.number,
        takes: durations.takes(visit.matter, visit.typical),
        comes: if here { Comes::Here } else { Comes::expected(now, visit.drawn_at + TRAVEL) },
    }
}

fn serving(day: &Day, desk: DeskId, now: Timestamp, durations: &Durations) -> Option<Serving> {
    let mut theirs = day.visits.iter().filter(|v| v.desk == Some(desk));
    let visit = theirs.find(|v| v.called_at.is_some_and(|at| at < now) && now < v.ended_at)?;
    Some(Serving { since: visit.called_at?, takes: durations.takes(visit.matter, visit.typical) })
}

/// What is known of an opening: that it is going on, with its planned end; or that it is to come, if anybody has said so. One
/// that has not begun when it should is believed for a quarter of an hour.
fn known(opening: &Opening, now: Timestamp) -> Option<Span> {
    let goes_on = opening.from <= now && now < opening.until;
    if goes_on {
        // A desk that stays open longer than planned takes whoever is next, and more is not known.
        let until = opening.planned_until.max(now + A_MINUTE);
        return Some(Span { from: opening.from, until });
    }
    let to_come = now < opening.from && opening.known_at <= now && now <= opening.planned_from + TRUSTED_PAST_RETURN;
    // Somebody who should be there and is not may come any moment, but is not there now.
    let from = opening.planned_from.max(now + A_MINUTE);
    (to_come && from < opening.planned_until).then_some(Span { from, until: opening.planned_until })
}
