//! What is told of many opinions. Nothing of fewer than ten is published, and each share with its interval.
use kernel::share::Share;

use super::{Satisfied, State};

/// What counts of one opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    pub state: State,
    pub answered: bool,
    /// Only of one that was answered, or whose day is over: whether the answer that stands came by its day.
    pub in_time: bool,
    /// Its day is over and there is no answer.
    pub overdue: bool,
    /// Whoever left it has said whether it is solved.
    pub reached: bool,
    pub satisfied: Option<Satisfied>,
}

/// Of some opinions. A share is published with its interval, and not at all of fewer than ten ([`Share::published`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// All that came.
    pub received: usize,
    pub withdrawn: usize,
    pub merged: usize,
    pub out_of_scope: usize,
    /// Answered, of those that were, or should have been by now.
    pub answered: Share,
    /// By their day, of the same.
    pub in_time: Share,
    /// How many of those who got an answer said whether it solved anything: without them nothing below is known.
    pub reached: Share,
    /// Solved, of those.
    pub solved: Share,
    /// Satisfied, of those who said how much.
    pub satisfied: Share,
}

/// Adds up. What was taken back, merged, or not for the station is told apart and is in no share.
pub fn add_up<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> Figures {
    let all: Vec<&Fact> = facts.into_iter().collect();
    let count = |of: fn(&Fact) -> bool| all.iter().filter(|f| of(f)).count();
    let stands = |f: &Fact| !matches!(f.state, State::Withdrawn | State::Merged | State::OutOfScope);
    let due: Vec<&&Fact> = all.iter().filter(|f| stands(f) && (f.answered || f.overdue)).collect();
    let answered: Vec<&&&Fact> = due.iter().filter(|f| f.answered).collect();
    let reached: Vec<_> = answered.iter().filter(|f| f.reached).collect();
    let said: Vec<Satisfied> = reached.iter().filter_map(|f| f.satisfied).collect();
    Figures {
        received: all.len(),
        withdrawn: count(|f| f.state == State::Withdrawn),
        merged: count(|f| f.state == State::Merged),
        out_of_scope: count(|f| f.state == State::OutOfScope),
        answered: Share::new(answered.len(), due.len()),
        in_time: Share::new(answered.iter().filter(|f| f.in_time).count(), due.len()),
        reached: Share::new(reached.len(), answered.len()),
        solved: Share::new(reached.iter().filter(|f| f.state == State::Solved).count(), reached.len()),
        satisfied: Share::new(said.iter().filter(|s| s.is_satisfied()).count(), said.len()),
    }
}
