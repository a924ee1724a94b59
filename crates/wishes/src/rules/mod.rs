//! What a wish is, who may take it on, and what of it may be shown. Pure.
mod kind;
mod state;
mod time;
mod reveals;
mod item;
mod refusal;
mod wish;
mod shown;
mod steps;
mod review;
mod claim;
mod code;
mod may;
mod month;
#[cfg(test)]
mod tests;

pub use claim::{ClaimFacts, NoClaim, claim};
pub use code::{NoHandover, code, hand_over};
pub use item::{Item, ItemProblem, LONGEST_ITEM, SHORTEST_ITEM, item, names_a_village, names_somebody};
pub use kind::{Band, Kind};
pub use may::{Facts, May, may};
pub use month::{Counts, Month, month};
pub use refusal::NoWish;
pub use reveals::Reveals;
pub use review::{Appeal, Decided, NoReview, Review, Reviewed, decide_appeal, may_appeal, review};
pub use shown::{Share, shown};
pub use state::State;
pub use steps::{Move, back, next, stands};
pub use time::{
    APPEAL_KEPT, CODE_TRIES, CONTACT_ADDS, KEPT_AFTER_THE_END, KEPT_ASKS, LEASE, MOST_CLAIMS, MOST_OPEN_OF_A_PERSON,
    POOL_DAYS, PUBLISHED_FROM, REMIND, SHARE_YEARS, SHARED_BY, WISH_KEPT, days_left, daytime, ends_on, is_over,
    remind_at,
};
pub use wish::{Claim, Consent, Draft, MOST_IN_WORDS, NewPerson, Wish};
