//! Which notices are alike: the cosine of their sets of grams, each gram weighed by how few notices have it (inverse document
//! frequency). G. Salton, C. Buckley: Term-weighting approaches in automatic text retrieval, Information Processing & Management
//! 24 (5), 1988, weights `bfx` (a gram is there or not: notices are short, and what is said thrice is not thrice as near).
use std::collections::{BTreeMap, BTreeSet};

use kernel::grams::Gram;

use crate::NoticeId;

/// A notice is compared with so many before it.
pub const MOST_COMPARED: i64 = 200;
/// So many are kept: some of them may be taken down.
pub const MOST_KEPT: usize = 6;
/// So many are shown.
pub const MOST_SHOWN: usize = 3;
/// Less alike than this is chance: two notices of one station share its name and the words of every notice.
const FLOOR: f64 = 0.06;

/// Another notice, and how alike it is: 1 is the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    pub id: NoticeId,
    pub cosine: f64,
}

/// Those of `others` that are most like a notice with the grams `of`, the most alike first.
pub fn nearest(of: &BTreeSet<Gram>, others: &BTreeMap<NoticeId, BTreeSet<Gram>>) -> Vec<Likeness> {
    let mut with: BTreeMap<&Gram, u32> = BTreeMap::new();
    for gram in others.values().chain([of]).flatten() {
        *with.entry(gram).or_default() += 1;
    }
    let notices = f64::from(u32::try_from(others.len()).unwrap_or(u32::MAX)) + 1.0;
    let square = |gram: &Gram| {
        let weight = ((notices + 1.0) / f64::from(with.get(gram).copied().unwrap_or(1))).ln();
        weight * weight
    };
    let length = |grams: &BTreeSet<Gram>| grams.iter().map(square).sum::<f64>().sqrt();
    let own = length(of);
    let alike = |(id, grams): (&NoticeId, &BTreeSet<Gram>)| {
        let shared: f64 = of.intersection(grams).map(square).sum();
        let whole = own * length(grams);
        Likeness { id: *id, cosine: if whole > 0.0 { shared / whole } else { 0.0 } }
    };
    let mut all: Vec<Likeness> = others.iter().map(alike).filter(|l| l.cosine >= FLOOR).collect();
    all.sort_by(|a, b| b.cosine.total_cmp(&a.cosine).then(b.id.cmp(&a.id)));
    all.truncate(MOST_KEPT);
    all
}
