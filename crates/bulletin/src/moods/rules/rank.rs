//! Which notices of a month come first in a mood.
use kernel::share::Sure;

use super::mood::{Mood, Tally};

/// So many are shown of each mood.
pub const MOST_RANKED: usize = 10;

/// A notice with its votes, and the share of the mood in question with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked<I> {
    pub id: I,
    pub tally: Tally,
    pub sure: Sure,
}

/// By the lower end of the share's interval (E. Miller, How Not To Sort By Average Rating, 2009): nine of ten votes are surer than
/// three of three, and many votes do not win by being many. Of fewer than ten nothing is said; a mood that nobody chose ranks nothing.
/// What is alike stands with more votes first, then the newer (ids grow with time).
pub fn rank<I: Copy + Ord>(all: &[(I, Tally)], mood: Mood) -> Vec<Ranked<I>> {
    let one = |(id, tally): &(I, Tally)| {
        let sure = tally.share(mood).published().filter(|_| tally.votes(mood) > 0)?;
        Some(Ranked { id: *id, tally: *tally, sure })
    };
    let mut ranked: Vec<Ranked<I>> = all.iter().filter_map(one).collect();
    ranked.sort_by(|a, b| {
        let by_low = b.sure.low.total_cmp(&a.sure.low);
        by_low.then_with(|| b.tally.n().cmp(&a.tally.n())).then_with(|| b.id.cmp(&a.id))
    });
    ranked.truncate(MOST_RANKED);
    ranked
}
