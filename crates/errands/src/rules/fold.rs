//! What is typed differently and means the same: full width, capitals, traditional characters.
use std::collections::HashMap;
use std::sync::LazyLock;

/// Pairs that stand beside each other: 補补.
static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = include_str!("traditional.txt").lines().filter(|line| !line.starts_with('#'));
    let pair = |word: &str| {
        let mut chars = word.chars();
        Some((chars.next()?, chars.next()?))
    };
    pairs.flat_map(str::split_whitespace).filter_map(pair).collect()
});

/// Half width, small, simplified. One character becomes one, so that places in the text stay where they are.
pub fn fold(c: char) -> char {
    let narrow = match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    let small = narrow.to_ascii_lowercase();
    SIMPLIFIED.get(&small).copied().unwrap_or(small)
}

/// Whether it is a Chinese character: the basic block and its first extension.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_script_make_no_difference() {
        let folded: String = "１５：３０　ＧＬ 高齡補貼".chars().map(fold).collect();
        assert_eq!(folded, "15:30 gl 高龄补贴");
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        for simplified in SIMPLIFIED.values() {
            assert_eq!(fold(*simplified), *simplified);
        }
        assert!(SIMPLIFIED.len() > 250);
    }
}
