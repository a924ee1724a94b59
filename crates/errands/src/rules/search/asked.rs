//! What somebody typed.
use super::readings::{Sign, signs};
use super::table;
use crate::rules::fold::{fold, is_han};

const MOST: usize = 60;

/// What was typed, folded, without gaps, in the forms that are compared.
#[derive(Debug, Clone)]
pub struct Asked {
    /// All of it.
    pub whole: Vec<char>,
    /// Without the words that only ask, unless there is nothing else.
    pub core: Vec<char>,
    /// The Chinese runs of the core.
    pub runs: Vec<Run>,
    /// The Latin words that do not only ask.
    pub latin: Vec<String>,
}

/// One run of Chinese characters.
#[derive(Debug, Clone)]
pub struct Run {
    pub signs: Vec<Sign>,
    /// The words of groups in it: from, how long, which group.
    pub groups: Vec<(usize, usize, usize)>,
}

impl Run {
    fn of(chars: &[char]) -> Run {
        Run { signs: signs(&chars.iter().collect::<String>()), groups: table::groups_in(chars) }
    }
}

impl Asked {
    pub fn of(text: &str) -> Asked {
        let folded: Vec<char> = text.chars().map(fold).take(MOST).collect();
        let (mut core, mut runs, mut latin) = (vec![], vec![], vec![]);
        for word in runs_of(&folded) {
            if is_han(word[0]) {
                let asks = table::asking_in(&word);
                for part in word.iter().zip(asks).collect::<Vec<_>>().split(|(_, asks)| *asks) {
                    let part: Vec<char> = part.iter().map(|(c, _)| **c).collect();
                    core.extend(&part);
                    runs.push(Run::of(&part));
                }
            } else if !table::asks(&word) {
                core.extend(&word);
                latin.push(word.iter().collect());
            }
        }
        runs.retain(|run: &Run| !run.signs.is_empty());
        let whole: Vec<char> = folded.into_iter().filter(|c| c.is_alphanumeric()).collect();
        if core.is_empty() {
            core.clone_from(&whole);
        }
        Asked { whole, core, runs, latin }
    }

    pub fn has_letters(&self) -> bool {
        self.core.iter().any(char::is_ascii_alphabetic)
    }

    /// The same with two neighbouring letters changed: each way that there is, if it is letters only, and three or more.
    pub fn with_swapped_letters(&self) -> Vec<Asked> {
        if self.core.len() < 3 || !self.core.iter().all(char::is_ascii_alphabetic) {
            return vec![];
        }
        let swapped = |at: usize| {
            let mut letters = self.core.clone();
            letters.swap(at, at + 1);
            letters
        };
        let ways = (0..self.core.len() - 1).map(swapped).filter(|letters| *letters != self.core);
        ways.map(|letters| Asked::of(&letters.iter().collect::<String>())).collect()
    }
}

/// Runs of Chinese characters, and runs of other letters and digits.
fn runs_of(text: &[char]) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = vec![];
    let mut before: Option<char> = None;
    for c in text.iter().copied() {
        if c.is_alphanumeric() {
            match (before, runs.last_mut()) {
                (Some(b), Some(run)) if b.is_alphanumeric() && is_han(b) == is_han(c) => run.push(c),
                _ => runs.push(vec![c]),
            }
        }
        before = Some(c);
    }
    runs
}
