//! Who comes on a day, when, and what for.
use jiff::civil::Time;

use super::dice::Dice;
use super::parameters::{Arrivals, Matter, Parameters};
use super::time::{Micros, of_minutes, since_midnight};
use crate::rules::{OfficialId, Priority};

/// Somebody who comes, with all that will become of them but for their place in the queue.
#[derive(Debug, Clone)]
pub struct Person {
    /// Index of their matter.
    pub matter: usize,
    pub official: Option<OfficialId>,
    pub priority: Priority,
    pub draws: Micros,
    /// Nothing = never.
    pub comes: Option<Micros>,
    /// When they have had enough.
    pub leaves: Option<Micros>,
}

const FAVOURED: [Priority; 4] = [Priority::Elderly, Priority::Disabled, Priority::Pregnant, Priority::Veteran];

/// The people of a day on which `busy` times as many come as usually.
pub fn people(of: &Parameters, busy: f64, dice: &Dice) -> Vec<Person> {
    arrivals(&of.arrivals, busy, dice).into_iter().map(|draws| person(of, draws, dice)).collect()
}

/// A Poisson process whose rate is constant within each hour: it has no memory, so that each hour is made by itself.
fn arrivals(of: &Arrivals, busy: f64, dice: &Dice) -> Vec<Micros> {
    let hours = of.by_hour.windows(2).filter_map(|pair| {
        let [(from, expected), (until, _)] = pair else { return None };
        let times = dice.times(expected * busy, minutes_between(*from, *until));
        Some(times.into_iter().map(|at| since_midnight(*from) + of_minutes(at)))
    });
    hours.flatten().collect()
}

fn minutes_between(from: Time, until: Time) -> f64 {
    (since_midnight(until) - since_midnight(from)) as f64 / 60e6
}

fn person(of: &Parameters, draws: Micros, dice: &Dice) -> Person {
    let shares: Vec<f64> = of.matters.iter().map(|m| m.share).collect();
    let matter = dice.one_of(&shares);
    let favoured = dice.yes(of.people.priority);
    let priority = if favoured { FAVOURED[dice.one_of(&[8.0, 1.0, 1.0, 2.0])] } else { Priority::None };
    let remote = !favoured && dice.yes(of.people.remote);
    let travels = of_minutes(of.people.travel * dice.factor(of.people.travel_spread));
    let comes = match (remote, dice.yes(of.people.never_come)) {
        (false, _) => Some(draws),
        (true, false) => Some(draws + travels),
        (true, true) => None,
    };
    let leaves = dice.yes(of.people.impatient).then(|| of_minutes(of.people.patience * dice.factor(0.4)));
    let leaves = leaves.zip(comes).map(|(patience, here)| here + patience);
    Person { matter, official: wanted(&of.matters[matter], dice), priority, draws, comes, leaves }
}

fn wanted(matter: &Matter, dice: &Dice) -> Option<OfficialId> {
    matter.official.filter(|_| dice.yes(matter.wants_official))
}
