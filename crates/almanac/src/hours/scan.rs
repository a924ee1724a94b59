//! Looking at the raw text of opening hours, outside of comments.

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// The text in small letters with every comment blanked out, byte for byte.
pub(super) fn without_comments(text: &str) -> String {
    let mut inside = false;
    let blank = |c: char| match (c, inside) {
        ('"', _) => {
            inside = !inside;
            "\"".to_owned()
        }
        (c, true) => " ".repeat(c.len_utf8()),
        (c, false) => c.to_ascii_lowercase().to_string(),
    };
    text.chars().map(blank).collect()
}

/// Words of letters with the byte they start at.
pub(super) fn words(plain: &str) -> impl Iterator<Item = (usize, &str)> {
    let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphabetic);
    let bytes = plain.as_bytes();
    let starts = (0..bytes.len()).filter(move |&i| letter(bytes.get(i)) && (i == 0 || !letter(bytes.get(i - 1))));
    starts.map(move |start| {
        let end = (start..bytes.len()).find(|&i| !letter(bytes.get(i))).unwrap_or(bytes.len());
        (start, &plain[start..end])
    })
}

pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

pub(super) fn is_weekday(word: &str) -> bool {
    DAYS.contains(&word)
}

/// The digits that start at a byte.
pub(super) fn digits(plain: &str, at: usize) -> &str {
    let rest = plain.get(at..).unwrap_or_default();
    &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()]
}

/// The byte after the spaces that start at a byte.
pub(super) fn after_spaces(plain: &str, at: usize) -> usize {
    at + plain.get(at..).unwrap_or_default().bytes().take_while(|b| *b == b' ').count()
}

/// Whether the text before a byte ends with a time of day.
pub(super) fn ends_with_time(plain: &str, at: usize) -> bool {
    let before = plain.as_bytes().get(..at).unwrap_or_default();
    matches!(before, [.., h, b':', m1, m2] if h.is_ascii_digit() && m1.is_ascii_digit() && m2.is_ascii_digit())
}

/// The last word that ends before a byte.
pub(super) fn word_before(plain: &str, at: usize) -> Option<&str> {
    words(plain.get(..at)?).last().map(|(_, word)| word)
}
