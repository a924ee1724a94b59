//! Texts that staff write and everybody reads.
use kernel::form::Problems;

use crate::rules::Name;

/// The longest texts, in characters: what still fits a card on a small phone.
pub const MOST_IN_A_NAME: u32 = 30;
pub const MOST_IN_A_REASON: u32 = 60;
pub const MOST_IN_A_NOTE: u32 = 200;

/// One line, without space around it and at most `most` characters long.
pub fn line(problems: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let most_chars = usize::try_from(most).unwrap_or(usize::MAX);
    if text.chars().count() > most_chars {
        problems.add_with(field, "venues-desk-text-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(char::is_control) {
        problems.add(field, "venues-desk-text-unreadable");
    }
    text
}

/// A name that has to be there in Chinese; English may be empty. `key` says what is missing.
pub fn needed(
    problems: &mut Problems,
    (zh_field, zh): (&'static str, &str),
    (en_field, en): (&'static str, &str),
    (most, key): (u32, &'static str),
) -> Name {
    let name = Name { zh: line(problems, zh_field, zh, most), en: line(problems, en_field, en, most) };
    if name.zh.is_empty() {
        problems.add(zh_field, key);
    }
    name
}
