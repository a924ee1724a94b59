//! The rule: rounds of picking, so that everybody gets a first slot before anybody gets a second.
use std::collections::BTreeMap;

use super::applying::Application;
use super::claim::{Claim, Points, points};
use super::settle::settle;
use super::terms::{Slot, Terms};
use kernel::db::types::Id;
use kernel::lottery::{Seed, position};

/// A slot for an application, and in which round of picking it got it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonAward)]
pub struct Award {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    #[schema(minimum = 1, maximum = 200)]
    pub slot: i32,
    #[schema(minimum = 1, maximum = 7)]
    pub pick: i32,
}

/// The place of an application in the lottery.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonPosition)]
pub struct Position {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    /// HMAC-SHA-256, 64 hexadecimal digits; the smaller one wins.
    #[schema(min_length = 64, max_length = 64)]
    pub position: String,
}

/// Why somebody else has the slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SeasonStronger)]
pub enum Stronger {
    /// They got it in an earlier round of picking, when this applicant got another slot.
    EarlierPick,
    MorePoints,
    /// As many points; the lottery decided.
    Lottery,
}

/// Somebody who has the slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonHolder)]
pub struct Holder {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    #[schema(minimum = 0, maximum = 400)]
    pub points: i32,
    pub why: Stronger,
}

/// What became of a wish.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
#[schema(as = SeasonOutcome)]
pub enum Outcome {
    /// Theirs, since this round of picking.
    Got { pick: i32 },
    /// Others have it.
    Taken { pick: i32, by: Vec<Holder> },
    /// They have another slot at that time.
    SameTime { slot: i32 },
    /// They have as many as they wanted, or as one can get.
    Enough,
}

/// One wish, its points and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonAnswer)]
pub struct Answer {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    /// 1 = their dearest.
    #[schema(minimum = 1, maximum = 10)]
    pub rank: i32,
    #[schema(minimum = 1, maximum = 200)]
    pub slot: i32,
    pub points: Points,
    pub outcome: Outcome,
}

/// What the rule makes of the applications.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonAllocation)]
pub struct Allocation {
    /// Of each application, by id.
    pub positions: Vec<Position>,
    /// Of each wish, by application and rank.
    pub answers: Vec<Answer>,
    /// By application and round of picking.
    pub awards: Vec<Award>,
}

/// Applies the rule. The order of `applications` does not matter: the same set has the same result.
pub fn allocate(terms: &Terms, applications: &[Application], seed: &Seed) -> Allocation {
    let mut sorted: Vec<&Application> = applications.iter().collect();
    sorted.sort_by_key(|a| a.id);
    let mut all: Vec<Hoping<'_>> = sorted.into_iter().map(|a| Hoping::new(terms, a, seed)).collect();
    for pick in 1..=terms.limit {
        // Once nobody picks any more, nobody will.
        if !all.iter().any(|h| h.picks(pick, terms.limit)) {
            break;
        }
        pick_once(&mut all, pick, terms.limit);
    }
    finished(all)
}

/// An applicant while the rule is applied.
struct Hoping<'a> {
    application: &'a Application,
    position: String,
    /// By rank.
    wishes: Vec<Wished<'a>>,
    /// One for each round of picking in which they got something, which are the first ones.
    has: Vec<&'a Slot>,
}

struct Wished<'a> {
    slot: &'a Slot,
    points: Points,
    outcome: Option<Outcome>,
}

impl<'a> Hoping<'a> {
    fn new(terms: &'a Terms, application: &'a Application, seed: &Seed) -> Hoping<'a> {
        let wished = |slot: &'a Slot| Wished { slot, points: points(&terms.weights, application, slot), outcome: None };
        let wishes = application.wishes.iter().filter_map(|n| terms.slot(*n)).map(wished).collect();
        Hoping { application, position: position(seed, &application.id.to_string()), wishes, has: vec![] }
    }

    /// Whether they take part in this round of picking: they got something in all before it, and would like one more.
    fn picks(&self, pick: i32, limit: i32) -> bool {
        let has = i32::try_from(self.has.len()).unwrap_or(i32::MAX);
        has == pick - 1 && has < self.application.wants.min(limit)
    }

    /// Nobody is in two rooms at once.
    fn give_up_what_overlaps(&mut self) {
        for wish in self.wishes.iter_mut().filter(|w| w.outcome.is_none()) {
            if let Some(other) = self.has.iter().find(|has| has.same_time(wish.slot)) {
                wish.outcome = Some(Outcome::SameTime { slot: other.number });
            }
        }
    }

    /// The wishes that are still open, by their place in the list.
    fn open(&self) -> impl Iterator<Item = usize> {
        self.wishes.iter().enumerate().filter(|(_, w)| w.outcome.is_none()).map(|(n, _)| n)
    }

    fn claim(&self, wish: usize) -> Claim<'_> {
        Claim::new(self.wishes[wish].points, &self.position, self.application.id)
    }
}

fn pick_once(all: &mut [Hoping<'_>], pick: i32, limit: i32) {
    let picking: Vec<usize> = (0..all.len()).filter(|n| all[*n].picks(pick, limit)).collect();
    picking.iter().for_each(|n| all[*n].give_up_what_overlaps());
    let mut given: BTreeMap<i32, usize> = BTreeMap::new();
    all.iter().flat_map(|h| &h.has).for_each(|slot| *given.entry(slot.number).or_default() += 1);
    let room: BTreeMap<i32, usize> = all
        .iter()
        .flat_map(|h| &h.wishes)
        .map(|w| (w.slot.number, places(w.slot).saturating_sub(given.get(&w.slot.number).copied().unwrap_or(0))))
        .collect();
    let open: Vec<Vec<usize>> = picking.iter().map(|n| all[*n].open().collect()).collect();
    let asked = |n: &usize, open: &Vec<usize>| {
        open.iter().map(|w| (all[*n].wishes[*w].slot.number, all[*n].claim(*w))).collect::<Vec<_>>()
    };
    let asked: Vec<_> = picking.iter().zip(&open).map(|(n, open)| asked(n, open)).collect();
    let won = settle(&asked, |slot| room.get(&slot).copied().unwrap_or(0));
    let held = holders(all, (&picking, &open), &won);
    for ((n, open), won) in picking.iter().zip(&open).zip(&won) {
        let reached = won.unwrap_or(open.len());
        for lost in &open[..reached] {
            let by = stronger(&all[*n], *lost, held.get(&all[*n].wishes[*lost].slot.number));
            all[*n].wishes[*lost].outcome = Some(Outcome::Taken { pick, by });
        }
        if let Some(got) = won.and_then(|place| open.get(place)) {
            let slot = all[*n].wishes[*got].slot;
            all[*n].wishes[*got].outcome = Some(Outcome::Got { pick });
            all[*n].has.push(slot);
        }
    }
}

fn places(slot: &Slot) -> usize {
    usize::try_from(slot.places).unwrap_or(0)
}

/// Whoever has a slot after a round of picking: application, points and position, and whether they have it from before.
struct Held {
    application: Id,
    points: i32,
    earlier: bool,
}

/// By slot, in the order of applications.
fn holders(
    all: &[Hoping<'_>],
    (picking, open): (&[usize], &[Vec<usize>]),
    won: &[Option<usize>],
) -> BTreeMap<i32, Vec<Held>> {
    let mut held: BTreeMap<i32, Vec<Held>> = BTreeMap::new();
    for h in all {
        for wish in h.wishes.iter().filter(|w| matches!(w.outcome, Some(Outcome::Got { .. }))) {
            let there = Held { application: h.application.id, points: wish.points.sum, earlier: true };
            held.entry(wish.slot.number).or_default().push(there);
        }
    }
    for ((n, open), won) in picking.iter().zip(open).zip(won) {
        if let Some(wish) = won.and_then(|place| open.get(place)).map(|w| &all[*n].wishes[*w]) {
            let there = Held { application: all[*n].application.id, points: wish.points.sum, earlier: false };
            held.entry(wish.slot.number).or_default().push(there);
        }
    }
    held.values_mut().for_each(|there| there.sort_by_key(|h| h.application));
    held
}

/// Why each of those who have the slot has it.
fn stronger(of: &Hoping<'_>, wish: usize, held: Option<&Vec<Held>>) -> Vec<Holder> {
    let mine = of.wishes[wish].points.sum;
    let holder = |h: &Held| {
        let why = match () {
            () if h.earlier => Stronger::EarlierPick,
            () if h.points > mine => Stronger::MorePoints,
            () => Stronger::Lottery,
        };
        Holder { application: h.application, points: h.points, why }
    };
    held.into_iter().flatten().map(holder).collect()
}

fn finished(all: Vec<Hoping<'_>>) -> Allocation {
    let mut done = Allocation::default();
    for h in all {
        let application = h.application.id;
        for (rank, wish) in (1..).zip(h.wishes) {
            let outcome = wish.outcome.unwrap_or(Outcome::Enough);
            let slot = wish.slot.number;
            done.answers.push(Answer { application, rank, slot, points: wish.points, outcome });
        }
        let award = |(pick, slot): (i32, &Slot)| Award { application, slot: slot.number, pick };
        done.awards.extend((1..).zip(h.has).map(award));
        done.positions.push(Position { application, position: h.position });
    }
    done
}
