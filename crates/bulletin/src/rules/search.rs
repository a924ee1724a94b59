//! The order of what fits what somebody typed.
use std::cmp::Reverse;

use jiff::Timestamp;

use crate::NoticeId;

/// A notice, how many parts of what was typed it fits, and when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    pub id: NoticeId,
    pub parts: usize,
    pub published_at: Timestamp,
}

/// Those that fit at least half of `asked` parts, those that fit most first, then the newest.
pub fn order(mut all: Vec<Fit>, asked: usize) -> Vec<Fit> {
    all.retain(|fit| fit.parts * 2 >= asked && fit.parts > 0);
    all.sort_by_key(|fit| Reverse((fit.parts, fit.published_at, fit.id)));
    all
}
