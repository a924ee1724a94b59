//! The tables that people maintain: what means the same, and what says nothing.
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::rules::fold::fold;

/// Words with the numbers of their groups.
static GROUPS: LazyLock<Vec<(Vec<char>, usize)>> = LazyLock::new(|| {
    let lines = lines(include_str!("civic.txt")).enumerate();
    lines.flat_map(|(group, line)| words(line).map(move |word| (word, group))).collect()
});

static ASKING: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| lines(include_str!("asking.txt")).flat_map(words).collect());

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn words(line: &'static str) -> impl Iterator<Item = Vec<char>> {
    line.split_whitespace().map(|word| word.chars().map(fold).collect())
}

/// Each place in `text` where a word of a group stands: from, how long, which group.
pub fn groups_in(text: &[char]) -> Vec<(usize, usize, usize)> {
    let mut found = vec![];
    for at in 0..text.len() {
        let here = GROUPS.iter().filter(|(word, _)| text[at..].starts_with(word));
        found.extend(here.map(|(word, group)| (at, word.len(), *group)));
    }
    found
}

/// The groups of which `text` has a word.
pub fn groups_of(text: &[char]) -> BTreeSet<usize> {
    groups_in(text).into_iter().map(|(_, _, group)| group).collect()
}

/// Which characters of `text` only ask: the longest such words from left to right, unless a longer word of a group stands
/// there (去 asks, 去世 does not).
pub fn asking_in(text: &[char]) -> Vec<bool> {
    let mut asks = vec![false; text.len()];
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let asking = ASKING.iter().filter(|word| rest.starts_with(word)).map(Vec::len).max().unwrap_or(0);
        let meant = GROUPS.iter().filter(|(word, _)| rest.starts_with(word)).map(|(word, _)| word.len()).max();
        let meant = meant.unwrap_or(0);
        asks[at..at + asking].fill(asking > meant);
        at += asking.max(meant).max(1);
    }
    asks
}

/// Whether a whole Latin word only asks.
pub fn asks(word: &[char]) -> bool {
    ASKING.iter().any(|known| known.as_slice() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn the_old_and_the_aged_are_one_group() {
        assert!(!groups_of(&chars("老年")).is_disjoint(&groups_of(&chars("高龄"))));
        assert!(groups_of(&chars("补贴")).is_disjoint(&groups_of(&chars("高龄"))));
    }

    #[test]
    fn no_group_says_a_word_twice_and_none_is_alone() {
        let groups = GROUPS.iter().map(|(_, group)| *group).max().expect("there are groups") + 1;
        for group in 0..groups {
            let words: Vec<&Vec<char>> = GROUPS.iter().filter(|(_, g)| *g == group).map(|(word, _)| word).collect();
            let once: BTreeSet<&Vec<char>> = words.iter().copied().collect();
            assert!(words.len() > 1 && once.len() == words.len(), "{words:?}");
        }
    }

    #[test]
    fn asking_is_told_from_what_is_asked_for() {
        let asks = asking_in(&chars("我想办高龄补贴"));
        assert_eq!(asks, [true, true, true, false, false, false, false]);
        assert_eq!(asking_in(&chars("去世了")), [false, false, true]);
    }
}
