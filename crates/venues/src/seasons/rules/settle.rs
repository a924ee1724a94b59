//! One round of picking: everybody gets at most one slot, and nobody loses one to a weaker claim.
//!
//! This is deferred acceptance (Gale and Shapley, 1962) with slots that take several: everybody asks for the dearest wish that
//! has not turned them away; a slot keeps the strongest that fit and turns away the others, who ask for their next. The outcome
//! does not depend on who asks first, and of all outcomes without a stronger claim left aside it is the best for everybody.
use std::collections::{BTreeMap, VecDeque};

use super::claim::Claim;

/// Somebody's wishes in this round of picking, the dearest first: the slot's number and the claim to it.
pub type Wishes<'a> = Vec<(i32, Claim<'a>)>;

/// For each of `all` the place in its list of the wish that it gets, if any. `room` says how many a slot takes now.
pub fn settle(all: &[Wishes<'_>], room: impl Fn(i32) -> usize) -> Vec<Option<usize>> {
    let mut next = vec![0; all.len()];
    let mut kept: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    let mut asking: VecDeque<usize> = (0..all.len()).collect();
    while let Some(who) = asking.pop_front() {
        let Some((slot, _)) = all[who].get(next[who]) else { continue };
        let there = kept.entry(*slot).or_default();
        there.push(who);
        there.sort_by(|a, b| claim(all, &next, *a).cmp(&claim(all, &next, *b)));
        if there.len() > room(*slot)
            && let Some(turned_away) = there.pop()
        {
            next[turned_away] += 1;
            asking.push_back(turned_away);
        }
    }
    next.iter().zip(all).map(|(next, wishes)| Some(*next).filter(|n| *n < wishes.len())).collect()
}

/// The claim of somebody to what they ask for now.
fn claim<'w, 'a>(all: &'w [Wishes<'a>], next: &[usize], who: usize) -> Option<&'w Claim<'a>> {
    all[who].get(next[who]).map(|(_, claim)| claim)
}
