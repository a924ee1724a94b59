//! What may be written.

/// The longest text, in characters.
pub const MOST_IN_TEXT: usize = 2000;
/// The longest words for a place.
pub const MOST_IN_PLACE: usize = 100;
pub const MOST_PHOTOS: usize = 3;
/// So many days after the end one may still say that it is not solved: as long as a number is kept.
pub const SPEAK_DAYS: i64 = 60;

/// A text of several lines as it is kept: no blanks around it, lines that end alike, nothing that hides or turns what stands beside
/// it.
pub fn text_of(typed: &str) -> String {
    let hides = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    typed
        .replace("\r\n", "\n")
        .replace(['\r'], "\n")
        .replace('\t', " ")
        .chars()
        .filter(|c| !hides(*c))
        .collect::<String>()
        .trim()
        .to_owned()
}
