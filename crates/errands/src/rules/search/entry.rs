//! One matter, laid out to be compared with what was asked.
use std::collections::BTreeSet;

use super::asked::{Asked, Run};
use super::readings::{Cost, Sign, signs, spells};
use super::table;
use crate::rules::matter::{Matter, MatterId};

/// A score below this is chance.
const LEAST: u32 = 300;
/// The most that is given to what covers all of what was asked without standing in one piece.
const COVERED: u32 = 900;

#[derive(Debug, Clone)]
pub struct Entry {
    pub id: MatterId,
    /// The name first, then what else people call it.
    names: Vec<Name>,
    /// Words of the English name, small.
    english: Vec<String>,
}

#[derive(Debug, Clone)]
struct Name {
    chars: Vec<char>,
    signs: Vec<Sign>,
    groups: BTreeSet<usize>,
    is_first: bool,
}

impl Entry {
    pub fn of(matter: &Matter) -> Entry {
        let draft = &matter.draft;
        let texts = std::iter::once(&draft.name.zh).chain(&draft.words);
        let names = texts.enumerate().map(|(n, text)| Name::of(text, n == 0)).collect();
        let english = draft.name.en.to_lowercase();
        let english = english.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned);
        Entry { id: matter.id, names, english: english.collect() }
    }

    pub fn name_length(&self) -> usize {
        self.names.first().map_or(0, |name| name.chars.len())
    }

    /// 0 = it does not fit.
    pub fn score(&self, asked: &Asked) -> u32 {
        if asked.whole.is_empty() {
            return 0;
        }
        let by_name = |name: &Name| {
            let literal = name.literal(&asked.whole).max(name.literal(&asked.core));
            literal.max(if asked.has_letters() { name.spelt(&asked.core) } else { 0 })
        };
        let best = self.names.iter().map(by_name).max().unwrap_or_default();
        let loose = self.covered(&asked.runs).max(self.in_english(&asked.latin));
        best.max(if loose < LEAST { 0 } else { loose })
    }

    /// How many characters of what was asked are accounted for, and how well each.
    fn covered(&self, runs: &[Run]) -> u32 {
        let (mut sum, mut count) = (0, 0);
        for run in runs {
            let mut weights = vec![0; run.signs.len()];
            for name in &self.names {
                name.weigh_pairs(&run.signs, &mut weights);
                name.weigh_groups(&run.groups, &mut weights);
            }
            sum += weights.iter().sum::<u32>();
            count += u32::try_from(run.signs.len()).unwrap_or(u32::MAX);
        }
        (COVERED / 10 * sum).checked_div(count).unwrap_or(0)
    }

    /// Words that begin a word of the English name.
    fn in_english(&self, asked: &[String]) -> u32 {
        let fits = |word: &&String| word.len() >= 2 && self.english.iter().any(|e| e.starts_with(word.as_str()));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (850 * count(asked.iter().filter(fits).count())).checked_div(count(asked.len())).unwrap_or(0)
    }
}

impl Name {
    fn of(text: &str, is_first: bool) -> Name {
        let mut signs = signs(text);
        signs.retain(|sign| sign.char.is_alphanumeric());
        let chars: Vec<char> = signs.iter().map(|sign| sign.char).collect();
        let groups = table::groups_of(&chars);
        Name { chars, signs, groups, is_first }
    }

    /// What was asked stands in it in one piece.
    fn literal(&self, asked: &[char]) -> u32 {
        let at = self.chars.windows(asked.len().max(1)).position(|piece| piece == asked);
        match (at, self.chars.len() == asked.len(), self.is_first) {
            (None, ..) => 0,
            (Some(_), true, true) => 1000,
            (Some(_), true, false) => 980,
            (Some(0), false, true) => 960,
            (Some(_), false, true) => 940,
            (Some(_), false, false) => 920,
        }
    }

    /// What was typed in letters spells it, from its beginning or from further on.
    fn spelt(&self, typed: &[char]) -> u32 {
        let better = |base: u32, cost: Cost| base - cost.min(20);
        let from = |at: usize| spells(typed, &self.signs[at..]);
        let start = from(0).map(|cost| better(if self.is_first { 900 } else { 840 }, cost));
        // One letter would be found in most names.
        let rest = if typed.len() > 1 { 1..self.signs.len() } else { 0..0 };
        let inside = rest.filter_map(from).min().map(|cost| better(if self.is_first { 870 } else { 810 }, cost));
        start.into_iter().chain(inside).max().unwrap_or(0)
    }

    /// Neighbours that stand beside each other here too: as they are, changed, or only sounding alike.
    fn weigh_pairs(&self, run: &[Sign], weights: &mut [u32]) {
        let less = u32::from(!self.is_first);
        for (at, asked) in run.windows(2).enumerate() {
            let weigh = |here: &[Sign]| match (asked, here) {
                ([a, b], [x, y]) if a.char == x.char && b.char == y.char => 10 - less,
                ([a, b], [x, y]) if a.char == y.char && b.char == x.char => 7 - less,
                ([a, b], [x, y]) if a.sounds_like(x) && b.sounds_like(y) => 6 - less,
                _ => 0,
            };
            let best = self.signs.windows(2).map(weigh).max().unwrap_or(0);
            for weight in &mut weights[at..at + 2] {
                *weight = best.max(*weight);
            }
        }
    }

    /// Words of which another of the same group stands here.
    fn weigh_groups(&self, asked: &[(usize, usize, usize)], weights: &mut [u32]) {
        let value = if self.is_first { 8 } else { 7 };
        for (at, length, _) in asked.iter().filter(|(_, _, group)| self.groups.contains(group)) {
            for weight in &mut weights[*at..at + length] {
                *weight = value.max(*weight);
            }
        }
    }
}
