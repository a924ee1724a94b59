//! The number of a book (ISO 2108): thirteen digits, or ten as before 2007, the last of which checks the others.
use serde::{Deserialize, Serialize};

/// Thirteen digits with the right check digit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Isbn(String);

/// Why what was typed is no number of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnIsbn {
    /// Neither ten nor thirteen digits.
    Length,
    /// Something that is no digit.
    Letters,
    /// The last digit would have to be another: a digit is mistyped, or two are swapped.
    Check { right: char },
    /// Thirteen digits of something that is no book.
    Prefix,
}

impl Isbn {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Isbn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a number as it was typed, scanned or printed: with or without hyphens and spaces, full width or half.
///
/// # Errors
/// [`NotAnIsbn`].
pub fn read(typed: &str) -> Result<Isbn, NotAnIsbn> {
    let text = typed.trim();
    let text = text.get(..4).filter(|begin| begin.eq_ignore_ascii_case("isbn")).map_or(text, |_| &text[4..]);
    let signs: Vec<char> = text.chars().filter_map(sign).collect();
    match signs.as_slice() {
        [first @ .., last] if signs.len() == 10 => {
            let nine = digits(first)?;
            let right = check_of_ten(&nine);
            if !last.is_ascii_digit() && *last != 'X' {
                return Err(NotAnIsbn::Letters);
            }
            if *last != right {
                return Err(NotAnIsbn::Check { right });
            }
            let twelve = [vec![9, 7, 8], nine].concat();
            Ok(Isbn(written(&twelve)))
        }
        [first @ .., last] if signs.len() == 13 => {
            let twelve = digits(first)?;
            digits(&[*last])?;
            if !twelve.starts_with(&[9, 7, 8]) && !twelve.starts_with(&[9, 7, 9]) {
                return Err(NotAnIsbn::Prefix);
            }
            let right = check_of_thirteen(&twelve);
            if *last != right {
                return Err(NotAnIsbn::Check { right });
            }
            Ok(Isbn(written(&twelve)))
        }
        signs if signs.iter().all(|c| c.is_ascii_digit() || *c == 'X') => Err(NotAnIsbn::Length),
        _ => Err(NotAnIsbn::Letters),
    }
}

/// Half width, a capital X; nothing of what only separates.
fn sign(c: char) -> Option<char> {
    match c {
        ' ' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | '\u{3000}' | '\t' | ':' | '\u{FF1A}' => None,
        '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(c) - 0xFF10, 10),
        'x' | '\u{FF38}' | '\u{FF58}' => Some('X'),
        c => Some(c),
    }
}

fn digits(signs: &[char]) -> Result<Vec<u32>, NotAnIsbn> {
    signs.iter().map(|c| c.to_digit(10).ok_or(NotAnIsbn::Letters)).collect()
}

/// The check digit of thirteen: EAN-13, weights 1 and 3 in turns.
pub(super) fn check_of_thirteen(twelve: &[u32]) -> char {
    let sum: u32 = twelve.iter().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// The check sign of ten: weights 10 down to 2, X for ten.
fn check_of_ten(nine: &[u32]) -> char {
    let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match (11 - sum % 11) % 11 {
        10 => 'X',
        n => char::from_digit(n, 10).unwrap_or('0'),
    }
}

pub(super) fn written(twelve: &[u32]) -> String {
    let digits = twelve.iter().filter_map(|d| char::from_digit(*d, 10));
    digits.chain([check_of_thirteen(twelve)]).collect()
}
