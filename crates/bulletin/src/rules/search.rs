//! What somebody typed, as ranges of grams, and the order of what fits.
use std::cmp::Reverse;

use jiff::Timestamp;

use super::grams::{self, Gram, Run};
use crate::NoticeId;

/// So many parts of what was typed are looked for.
pub const MOST_PARTS: usize = 16;

/// One part of what was typed: a notice fits it that has a gram in one of the ranges, from the first up to the second without it.
pub type Part = Vec<(Gram, Gram)>;

/// The parts of what somebody typed: two characters each, a character by itself, a word or its beginning, first letters of pinyin.
pub fn parts(typed: &str) -> Vec<Part> {
    let mut all: Vec<Part> = vec![];
    for run in grams::runs(typed, false) {
        match run {
            Run::Han(run) if run.len() == 1 => all.push(vec![beginning(grams::han(&run))]),
            Run::Han(run) => all.extend(run.windows(2).map(|two| vec![exactly(grams::han(two))])),
            Run::Word(word) => {
                let mut ranges = vec![beginning(grams::word(&word))];
                if word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()) {
                    ranges.push(beginning(grams::initials(&word)));
                }
                all.push(ranges);
            }
        }
    }
    let mut seen = vec![];
    all.retain(|part| {
        !seen.contains(part) && {
            seen.push(part.clone());
            true
        }
    });
    all.truncate(MOST_PARTS);
    all
}

fn exactly(gram: Gram) -> (Gram, Gram) {
    let mut after = gram.clone();
    after.push(0);
    (gram, after)
}

/// Everything that begins with `gram`; no byte of UTF-8 is 255.
fn beginning(gram: Gram) -> (Gram, Gram) {
    let mut after = gram.clone();
    after.push(255);
    (gram, after)
}

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
