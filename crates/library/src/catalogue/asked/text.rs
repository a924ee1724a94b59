//! Lines.
use kernel::form::Problems;

/// Marks that turn or hide what stands beside them.
fn hides(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// One line, without doubled spaces.
pub fn line(p: &mut Problems, field: &'static str, typed: &str, most: usize) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > most {
        p.add_with(field, "catalogue-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(|c| hides(c) || c.is_control()) {
        p.add(field, "catalogue-odd-marks");
    }
    text
}

/// The same, and not empty: `missing` says what is missing.
pub fn must(p: &mut Problems, field: &'static str, typed: &str, (most, missing): (usize, &'static str)) -> String {
    let line = line(p, field, typed, most);
    if line.is_empty() {
        p.add(field, missing);
    }
    line
}
