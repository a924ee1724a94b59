//! Lines, and the six digits of a slip.
use kernel::form::Problems;

/// Marks that turn or hide what stands beside them.
fn hides(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// One line without doubled spaces, never nothing: `missing` says what is missing.
pub fn words(p: &mut Problems, field: &'static str, typed: &str, (most, missing): (usize, &'static str)) -> String {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        p.add(field, missing);
    }
    if line.chars().count() > most {
        p.add_with(field, "wishes-desk-wrong-long", vec![("most", most.to_string())]);
    }
    if line.chars().any(|c| hides(c) || c.is_control()) {
        p.add(field, "wishes-desk-wrong-marks");
    }
    line
}

/// Digits as people type them, as programs send them: without spaces, of half width.
pub fn digits(typed: &str) -> String {
    let half = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(half).collect()
}

/// Six digits.
pub fn code(p: &mut Problems, field: &'static str, sent: &str) -> String {
    if sent.len() != 6 || !sent.bytes().all(|b| b.is_ascii_digit()) {
        p.add(field, "wishes-desk-wrong-code");
    }
    sent.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_they_are_said() {
        for typed in ["123456", " 123 456 ", "123-456", "１２３４５６"] {
            let mut p = Problems::default();
            assert_eq!(code(&mut p, "code", &digits(typed)), "123456");
            assert!(p.none(), "{typed}");
        }
        for typed in ["", "12345", "1234567", "12345a", "12\u{0}3456"] {
            let mut p = Problems::default();
            code(&mut p, "code", &digits(typed));
            assert!(!p.none(), "{typed}");
        }
    }

    #[test]
    fn what_hides_is_no_line() {
        for typed in ["", " \n", "a\u{202e}b", "a\u{0}b", &"长".repeat(201)] {
            let mut p = Problems::default();
            words(&mut p, "why", typed, (200, "wishes-desk-wrong-why"));
            assert!(!p.none(), "{typed:?}");
        }
        let mut p = Problems::default();
        assert_eq!(words(&mut p, "why", " 两个  词 ", (200, "wishes-desk-wrong-why")), "两个 词");
        assert!(p.none());
    }
}
