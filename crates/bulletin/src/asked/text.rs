//! Lines and texts.
use kernel::form::Problems;

/// Marks that turn or hide what stands beside them.
fn hides(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn checked(p: &mut Problems, field: &'static str, text: String, most: usize) -> String {
    if text.chars().count() > most {
        p.add_with(field, "bulletin-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(|c| hides(c) || c.is_control() && c != '\n' && c != '\t') {
        p.add(field, "bulletin-odd-marks");
    }
    text
}

/// One line, without doubled spaces.
pub fn line(p: &mut Problems, field: &'static str, typed: &str, most: usize) -> String {
    checked(p, field, typed.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// The same, and not empty: `missing` says what is missing.
pub fn must(p: &mut Problems, field: &'static str, typed: &str, (most, missing): (usize, &'static str)) -> String {
    let line = line(p, field, typed, most);
    if line.is_empty() {
        p.add(field, missing);
    }
    line
}

/// Several lines.
pub fn text(p: &mut Problems, field: &'static str, typed: &str, most: usize) -> String {
    checked(p, field, typed.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned(), most)
}
