//! Texts that staff write and others read.
use kernel::form::Problems;

/// The longest texts, in characters: what still fits a card on a small phone.
pub const MOST_IN_A_NAME: u32 = 30;
pub const MOST_IN_A_REASON: u32 = 60;
pub const MOST_IN_A_NOTE: u32 = 200;

/// One line, without space around it and at most `most` characters long.
pub fn line(problems: &mut Problems, field: &'static str, typed: &str, most: u32) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > usize::try_from(most).unwrap_or(usize::MAX) {
        problems.add_with(field, "errands-desk-text-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(char::is_control) {
        problems.add(field, "errands-desk-text-unreadable");
    }
    text
}
