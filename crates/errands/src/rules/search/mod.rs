//! 找事项: matters found in plain words, in other words for the same thing, and by pinyin.
mod readings;
mod table;
mod asked;
mod entry;

use self::asked::Asked;
use self::entry::Entry;
use super::matter::{Matter, MatterId};

/// So much of the best result's score a result has to have.
const NEAR_BEST: (u32, u32) = (3, 5);
/// What letters in the wrong order cost.
const SWAPPED: u32 = 300;

/// A matter that fits what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub id: MatterId,
    /// 1 to 1000: how well it fits. 1000 is its name, 980 another name of it.
    pub score: u32,
}

/// The matters of one station, laid out to be searched. Some hundred of them are searched one by one.
#[derive(Debug, Clone, Default)]
pub struct Index(Vec<Entry>);

impl Index {
    pub fn new<'m>(matters: impl IntoIterator<Item = &'m Matter>) -> Index {
        Index(matters.into_iter().map(Entry::of).collect())
    }

    /// What fits `asked`, the best first; of those that fit alike the shorter name, then the lower number. Only the first 60
    /// characters are looked at. Nothing that is asked finds nothing.
    ///
    /// What is asked may be: the name, a part of it, or another word for it; words of the same groups (`civic.txt`) in any
    /// order, among words that only ask (`asking.txt`); full pinyin, initials or a mixture; English words. Script, width and
    /// case make no difference. Two characters or letters that changed places, and characters that only sound right, are
    /// found too, further down.
    ///
    /// A part of a name with two or more characters always finds that name.
    pub fn find(&self, asked: &str) -> Vec<Found> {
        let asked = Asked::of(asked);
        let mut found = self.scored(&asked);
        if found.is_empty() {
            let swaps = asked.with_swapped_letters();
            let all = swaps.iter().flat_map(|swapped| self.scored(swapped));
            found = all.map(|(entry, score)| (entry, score.saturating_sub(SWAPPED))).collect();
        }
        let best = found.iter().map(|(_, score)| *score).max().unwrap_or_default();
        found.retain(|(_, score)| score * NEAR_BEST.1 >= best * NEAR_BEST.0);
        found.sort_by_key(|(entry, score)| (std::cmp::Reverse(*score), entry.name_length(), entry.id));
        let mut ids = std::collections::BTreeSet::new();
        found.retain(|(entry, _)| ids.insert(entry.id));
        found.into_iter().map(|(entry, score)| Found { id: entry.id, score }).collect()
    }

    fn scored(&self, asked: &Asked) -> Vec<(&Entry, u32)> {
        let scores = self.0.iter().map(|entry| (entry, entry.score(asked)));
        scores.filter(|(_, score)| *score > 0).collect()
    }
}

#[cfg(test)]
mod tests;
