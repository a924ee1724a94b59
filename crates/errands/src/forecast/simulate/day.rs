//! One day of the made-up hall, event by event.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use jiff::Timestamp;
use jiff::civil::Date;

use super::dice::Dice;
use super::hall::{Queue, Waits};
use super::opening::{Stretch, stretches};
use super::parameters::Parameters;
use super::people::{Person, people};
use super::time::{Micros, instant, midnight, of_minutes, since_midnight};
use crate::forecast::record::{Day, End, Opening, Visit};
use crate::rules::LineId;

/// What happens next. Events of one instant happen in this order, then in that of their making.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A desk begins to take people, or is free again.
    Free,
    /// Index of the person.
    Draws(usize),
    /// Index of the row.
    Comes(usize),
    Leaves(usize),
    /// Back after a missed call.
    Returns(usize),
}

struct Running<'a> {
    of: &'a Parameters,
    dice: &'a Dice,
    on_day: Date,
    midnight: Timestamp,
    paces: &'a [f64],
    stretches: Vec<Stretch>,
    people: Vec<Person>,
    events: BinaryHeap<Reverse<(Micros, Event)>>,
    queue: Queue,
    /// Until when each desk is taken.
    taken: Vec<Micros>,
    numbers: BTreeMap<LineId, i32>,
    visits: Vec<Visit>,
    /// Index of the person of each row.
    whose: Vec<usize>,
}

/// A day on which `busy` times as many come as usually, and each desk takes `paces` times as long.
pub fn day(of: &Parameters, on_day: Date, busy: f64, paces: &[f64], dice: &Dice) -> Result<Day, jiff::Error> {
    let mut run = Running {
        of,
        dice,
        on_day,
        midnight: midnight(on_day)?,
        paces,
        stretches: stretches(of, dice),
        people: people(of, busy, dice),
        events: BinaryHeap::new(),
        queue: Queue::default(),
        taken: vec![0; of.desks.len()],
        numbers: BTreeMap::new(),
        visits: vec![],
        whose: vec![],
    };
    let drawn = run.people.iter().enumerate().map(|(n, p)| Reverse((p.draws, Event::Draws(n))));
    run.events.extend(drawn);
    run.events.extend(run.stretches.iter().map(|s| Reverse((s.real.0, Event::Free))));
    let closes = since_midnight(of.closes);
    while let Some(Reverse((at, event))) = run.events.pop().filter(|Reverse((at, _))| *at < closes) {
        run.happens(at, event);
        run.call(at);
    }
    Ok(run.closed(closes))
}

impl Running<'_> {
    fn happens(&mut self, at: Micros, event: Event) {
        match event {
            Event::Free => {}
            Event::Draws(person) => self.draws(at, person),
            Event::Comes(row) => self.joins(row),
            Event::Leaves(row) => {
                if self.queue.take(row).is_some() {
                    (self.visits[row].end, self.visits[row].ended_at) = (End::Left, instant(self.midnight, at));
                }
            }
            Event::Returns(row) => self.returns(at, row),
        }
    }

    fn draws(&mut self, at: Micros, person: usize) {
        let (who, matter) = (&self.people[person], &self.of.matters[self.people[person].matter]);
        let number = self.numbers.entry(matter.line).or_default();
        *number += 1;
        let now = instant(self.midnight, at);
        let row = self.visits.len();
        self.visits.push(Visit {
            on_day: self.on_day,
            number: *number,
            line: matter.line,
            matter: matter.id,
            typical: matter.typical,
            official: who.official,
            priority: who.priority,
            drawn_at: now,
            order_at: now,
            // Whoever does not come before the day is over has not come.
            here_at: who.comes.filter(|at| *at < since_midnight(self.of.closes)).map(|at| instant(self.midnight, at)),
            called_at: None,
            desk: None,
            ended_at: now,
            end: End::Closed,
            again: false,
        });
        self.whose.push(person);
        self.events.extend(who.comes.map(|at| Reverse((at, Event::Comes(row)))));
        self.events.extend(who.leaves.map(|at| Reverse((at, Event::Leaves(row)))));
    }

    fn joins(&mut self, row: usize) {
        let v = &self.visits[row];
        let (line, official, priority) = (v.line, v.official, v.priority);
        self.queue.waiting.push(Waits { row, line, official, priority, order_at: v.order_at, number: v.number });
    }

    /// A row of its own, in the place that the rules give.
    fn returns(&mut self, at: Micros, missed: usize) {
        let now = instant(self.midnight, at);
        let order_at = self.queue.after_miss(self.visits[missed].line, now);
        let row = self.visits.len();
        let again = Visit {
            drawn_at: now,
            order_at,
            here_at: Some(now),
            called_at: None,
            desk: None,
            ended_at: now,
            ..self.visits[missed].clone()
        };
        self.visits.push(Visit { end: End::Closed, again: true, ..again });
        self.whose.push(self.whose[missed]);
        self.joins(row);
    }

    /// Every free desk that is open calls whoever is next.
    fn call(&mut self, at: Micros) {
        for desk in 0..self.of.desks.len() {
            let open = self.stretches.iter().any(|s| s.desk == desk && s.real.0 <= at && at < s.real.1);
            if open
                && self.taken[desk] <= at
                && let Some(row) = self.queue.call(&self.of.desks[desk])
            {
                self.called(at, desk, row);
            }
        }
    }

    fn called(&mut self, at: Micros, desk: usize, row: usize) {
        let people = &self.of.people;
        // Once somebody has missed a call they listen.
        let missed = !self.visits[row].again && self.dice.yes(people.missed);
        let matter = &self.of.matters[self.people[self.whose[row]].matter];
        let minutes = if missed {
            people.call_minutes
        } else {
            f64::from(matter.typical) * matter.real * self.paces[desk] * self.dice.factor(matter.spread)
        };
        let until = at + of_minutes(minutes);
        let visit = &mut self.visits[row];
        (visit.called_at, visit.desk) = (Some(instant(self.midnight, at)), Some(self.of.desks[desk].id));
        visit.ended_at = instant(self.midnight, until);
        visit.end = if missed { End::Missed } else { End::Done };
        self.taken[desk] = until;
        self.events.push(Reverse((until, Event::Free)));
        if missed && self.dice.yes(people.comes_back) {
            let back = until + of_minutes(people.back_after * self.dice.factor(0.5)).min(of_minutes(29.0));
            self.events.push(Reverse((back, Event::Returns(row))));
        }
    }

    fn closed(mut self, closes: Micros) -> Day {
        let at = instant(self.midnight, closes);
        for visit in self.visits.iter_mut().filter(|v| v.end == End::Closed) {
            visit.ended_at = at;
        }
        let time = |micros: Micros| instant(self.midnight, micros);
        let openings = self.stretches.iter().map(|s| {
            let desk = &self.of.desks[s.desk];
            Opening {
                on_day: self.on_day,
                desk: desk.id,
                lines: desk.lines.clone(),
                official: desk.official,
                known_at: time(s.known),
                planned_from: time(s.planned.0),
                planned_until: time(s.planned.1),
                from: time(s.real.0),
                until: time(s.real.1),
            }
        });
        Day { openings: openings.collect(), visits: self.visits }
    }
}
