//! What is told of a month: sums of ten or more, and none from which a smaller one could be told.
use super::PUBLISHED_FROM;

/// What happened in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub published: usize,
    pub fulfilled: usize,
    /// Back in the pool: given up, or not brought in time.
    pub back: usize,
    pub referred: usize,
}

/// What of it is told; nothing where it is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Month {
    pub published: Option<usize>,
    pub fulfilled: Option<usize>,
    pub back: Option<usize>,
    pub referred: Option<usize>,
}

/// Sums of fewer than ten are withheld. Where that is one alone, what is left of the others could tell it: then the smallest of those
/// is withheld too.
pub fn month(counts: Counts) -> Month {
    let mut told =
        [counts.published, counts.fulfilled, counts.back, counts.referred].map(|n| (n >= PUBLISHED_FROM).then_some(n));
    if told.iter().filter(|n| n.is_none()).count() == 1
        && let Some(smallest) = told.iter_mut().filter(|n| n.is_some()).min()
    {
        *smallest = None;
    }
    let [published, fulfilled, back, referred] = told;
    Month { published, fulfilled, back, referred }
}
