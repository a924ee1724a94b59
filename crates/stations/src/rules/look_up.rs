//! What somebody looks for in the directory: a code, or words from big to small (青海 平安 三合).
use super::division::digits_of;

/// Longer searches are cut: no name in the list has more than 24 characters.
const LONGEST: usize = 40;

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    Nothing,
    /// The first digits of a code, 2 to 12 of them.
    Code(i64),
    /// A part of a name, and the areas it lies in.
    Name {
        name: String,
        within: Vec<String>,
    },
}

pub fn sought(text: &str) -> Sought {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if digits && (2..=12).contains(&text.len()) && !text.starts_with('0') {
        return text.parse().map_or(Sought::Nothing, Sought::Code);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '\u{ff0c}' | '、' | '/' | '·' | '・');
    let mut words: Vec<String> = text.split(between).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    match words.pop() {
        Some(name) => Sought::Name { name, within: words },
        None => Sought::Nothing,
    }
}

/// The ways to cut one word into an area and a name: 平安三合镇 is 三合镇 in 平安. Longer areas first.
pub fn cuts(word: &str) -> Vec<(String, String)> {
    let chars: Vec<char> = word.chars().collect();
    let cut = |n: usize| (chars[..n].iter().collect(), chars[n..].iter().collect());
    (2..chars.len().saturating_sub(1)).rev().map(cut).collect()
}

/// Every two neighbouring characters, each pair once, in order.
pub fn grams(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut out: Vec<String> = chars.windows(2).map(|pair| pair.iter().collect()).collect();
    out.sort();
    out.dedup();
    out
}

/// Code prefixes that lie in one area of every group: 青海省 and 平安区 leave 平安区; areas beside each other leave none.
pub fn common(groups: &[Vec<i64>]) -> Vec<i64> {
    let Some((first, rest)) = groups.split_first() else { return vec![] };
    rest.iter().fold(first.clone(), |kept, group| {
        let mut both: Vec<i64> = kept.iter().flat_map(|a| group.iter().filter_map(|b| nested(*a, *b))).collect();
        both.sort_unstable();
        both.dedup();
        both
    })
}

/// The smaller of two areas if it lies in the other.
fn nested(a: i64, b: i64) -> Option<i64> {
    let (outer, inner) = if a <= b { (a, b) } else { (b, a) };
    let cut = inner / 10_i64.pow(digits_of(inner) - digits_of(outer));
    (cut == outer).then_some(inner)
}
