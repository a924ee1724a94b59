//! What texts are found by: each two neighbouring characters of a run of Chinese, and the run's last one, so that a word of two
//! characters is always one gram and a single character always begins one; whole words and numbers in letters; the first letters
//! of the pinyin of titles. Bigrams find every two-character word, which word lists and trigrams do not.
use std::collections::BTreeSet;

use pinyin::ToPinyinMulti as _;

/// The first byte of a gram says what it is.
const HAN: u8 = b'h';
const WORD: u8 = b'w';
const INITIALS: u8 = b'p';
/// Longer words are told apart by their beginning.
const MOST_OF_A_WORD: usize = 24;
/// So many letters of pinyin are looked at.
const MOST_INITIALS: usize = 6;
/// A title with many characters that are read in several ways is not spelt in all of them.
const MOST_WAYS: usize = 8;

pub type Gram = Vec<u8>;

/// A run of Chinese characters, or a word or number.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Run {
    Han(Vec<char>),
    Word(String),
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// Full width becomes half width, capitals small letters.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let half = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c => c,
        };
        half.to_lowercase()
    })
}

/// The runs of a text. With `over_spaces`, Chinese goes on after a space or the end of a line: where a line was broken, a word was not.
fn runs(text: &str, over_spaces: bool) -> Vec<Run> {
    let mut all: Vec<Run> = vec![];
    let mut joined = false;
    for c in folded(text) {
        match all.last_mut() {
            Some(Run::Han(run)) if joined && is_han(c) => run.push(c),
            Some(Run::Word(word)) if joined && c.is_alphanumeric() && !is_han(c) => word.push(c),
            _ if is_han(c) => all.push(Run::Han(vec![c])),
            _ if c.is_alphanumeric() => all.push(Run::Word(c.to_string())),
            _ => {}
        }
        let goes_on = over_spaces && c.is_whitespace() && matches!(all.last(), Some(Run::Han(_)));
        joined = if goes_on { joined } else { c.is_alphanumeric() || is_han(c) };
    }
    all
}

fn gram(kind: u8, text: &str) -> Gram {
    let mut gram = vec![kind];
    gram.extend(text.as_bytes());
    gram
}

fn han(chars: &[char]) -> Gram {
    gram(HAN, &chars.iter().collect::<String>())
}

fn word(word: &str) -> Gram {
    gram(WORD, &word.chars().take(MOST_OF_A_WORD).collect::<String>())
}

fn initials(letters: &str) -> Gram {
    gram(INITIALS, &letters.chars().take(MOST_INITIALS).collect::<String>())
}

/// The grams of plain texts.
pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<Gram> {
    let mut all = BTreeSet::new();
    for run in texts.into_iter().flat_map(|text| runs(text, true)) {
        match run {
            Run::Han(run) => {
                all.extend(run.windows(2).map(han));
                all.extend(run.last().map(|c| han(&[*c])));
            }
            Run::Word(text) => _ = all.insert(word(&text)),
        }
    }
    all
}

/// The first letters of a title from each of its characters on: 三合镇 is `shz`, and `hz` and `z`.
pub fn of_title(title: &str) -> BTreeSet<Gram> {
    let chars: Vec<char> = title.chars().filter(|c| is_han(*c)).collect();
    (0..chars.len()).flat_map(|from| ways(&chars[from..])).map(|letters| initials(&letters)).collect()
}

/// The first letters of the beginning of `chars`, in each way in which it may be read.
fn ways(chars: &[char]) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in chars.iter().take(MOST_INITIALS) {
        let letters = first_letters(*c);
        if letters.is_empty() {
            break;
        }
        let longer = all.iter().flat_map(|way| letters.iter().map(move |letter| format!("{way}{letter}")));
        let longer: Vec<String> = longer.take(MOST_WAYS).collect();
        all = longer;
    }
    all.retain(|way| !way.is_empty());
    all
}

fn first_letters(c: char) -> Vec<char> {
    let mut all = vec![];
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        if let Some(first) = reading.plain().chars().next().filter(char::is_ascii_lowercase)
            && !all.contains(&first)
        {
            all.push(first);
        }
    }
    all
}

/// Whether a gram is of the text itself, and not of how its title is spelt.
pub fn is_of_text(gram: &[u8]) -> bool {
    gram.first() != Some(&INITIALS)
}

/// So many parts of what was typed are looked for.
pub const MOST_PARTS: usize = 16;

/// One part of what was typed: a text fits it that has a gram in one of the ranges, from the first up to the second without it.
pub type Part = Vec<(Gram, Gram)>;

/// The parts of what somebody typed: two characters each, a character by itself, a word or its beginning, first letters of pinyin.
pub fn parts(typed: &str) -> Vec<Part> {
    let mut all: Vec<Part> = vec![];
    for run in runs(typed, false) {
        match run {
            Run::Han(run) if run.len() == 1 => all.push(vec![beginning(han(&run))]),
            Run::Han(run) => all.extend(run.windows(2).map(|two| vec![exactly(han(two))])),
            Run::Word(text) => {
                let mut ranges = vec![beginning(word(&text))];
                if text.len() > 1 && text.chars().all(|c| c.is_ascii_lowercase()) {
                    ranges.push(beginning(initials(&text)));
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

#[cfg(test)]
mod tests;
