//! Lines that a scanner or a hand may have typed.
use kernel::form::Problems;

/// A scanner types no more.
pub const MOST_SCANNED: usize = 300;

/// Whether it is a line that a scanner or a hand may have typed.
pub fn line(p: &mut Problems, field: &'static str, text: &str, most: usize) {
    if text.chars().count() > most {
        p.add_with(field, "library-desk-too-long", vec![("most", most.to_string())]);
    }
    if text.chars().any(char::is_control) {
        p.add(field, "library-desk-odd-marks");
    }
}
