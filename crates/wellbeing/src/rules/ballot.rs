//! The code on a ballot: ten characters that are read from paper by somebody with bad light, and that answer once.
//!
//! A ballot is known by a keyed hash of its code and by nothing else: which household it went to is written nowhere. When it is
//! spent its row goes, so that there is nothing left that an answer could be joined with.
use std::fmt;

use kernel::chance::Chance;

/// Digits and capitals without those that are read for one another: 0 and O both go, of 1, I and L the digit stays, U is V's. They
/// are 31, a prime, so that the last character finds each wrong one and each pair that was exchanged.
const LETTERS: &[u8; 31] = b"123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that are drawn: 31^9 is more than 2^44.
const DRAWN: usize = 9;

/// A ballot's code: nine drawn characters and one that checks them.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; DRAWN + 1]);

/// Why something typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACode {
    /// It has another length than ten.
    Length,
    /// A character that stands on no ballot.
    Letter,
    /// One character is wrong, or two are exchanged.
    Misread,
}

impl Code {
    pub fn draw(chance: &Chance) -> Code {
        let mut code = [0; DRAWN + 1];
        for place in &mut code[..DRAWN] {
            *place = u8::try_from(chance.below(31)).unwrap_or(0);
        }
        code[DRAWN] = check(&code[..DRAWN]);
        Code(code)
    }

    /// Of what somebody typed or scanned: small letters, blanks, dashes and full-width characters are as good.
    ///
    /// # Errors
    /// [`NotACode`] says what is wrong with it, so that a misread code is not taken for a spent one.
    pub fn typed(text: &str) -> Result<Code, NotACode> {
        let typed: Vec<char> =
            text.chars().map(narrow).filter(|c| !c.is_whitespace() && !"-‐–—".contains(*c)).collect();
        let code: [char; DRAWN + 1] = typed.try_into().map_err(|_| NotACode::Length)?;
        let mut read = [0; DRAWN + 1];
        for (place, c) in read.iter_mut().zip(code) {
            *place = value(c).ok_or(NotACode::Letter)?;
        }
        match check(&read[..DRAWN]) == read[DRAWN] {
            true => Ok(Code(read)),
            false => Err(NotACode::Misread),
        }
    }

    /// As it is hashed: ten characters.
    pub fn text(&self) -> String {
        self.0.iter().filter_map(|value| LETTERS.get(usize::from(*value))).map(|b| char::from(*b)).collect()
    }
}

/// As it is printed: in two groups.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text();
        let (left, right) = text.split_at(text.len() / 2);
        write!(f, "{left} {right}")
    }
}

/// A code is not written into logs by accident.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// The weighted sum of ISO 7064's idea with a prime as its modulus: places have different weights, so an exchange changes it.
fn check(drawn: &[u8]) -> u8 {
    let sum: usize = drawn.iter().enumerate().map(|(at, value)| (at + 2) * usize::from(*value)).sum();
    u8::try_from((31 - sum % 31) % 31).unwrap_or(0)
}

fn value(c: char) -> Option<u8> {
    let same = match c.to_ascii_uppercase() {
        'I' | 'L' => '1',
        c => c,
    };
    let at = LETTERS.iter().position(|b| char::from(*b) == same)?;
    u8::try_from(at).ok()
}

/// Full-width characters, as Chinese keyboards write them.
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(seed: u64) -> Code {
        Code::draw(&Chance::seeded(seed))
    }

    #[test]
    fn it_is_read_however_it_is_typed() {
        let code = one(7);
        let (text, printed) = (code.text(), code.to_string());
        let wide: String = text.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xfee0)).collect();
        let dashed = text.to_lowercase().replace(' ', "") + "-";
        for typed in [text.as_str(), &printed, &wide, &dashed, &format!("\u{3000}{printed} ")] {
            assert_eq!(Code::typed(typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(Code::typed(&text[1..]), Err(NotACode::Length));
        assert_eq!(Code::typed("O234567891"), Err(NotACode::Letter));
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_found(seed: u64, at in 0_usize..10, by in 1_u8..31) {
            let Code(mut read) = one(seed);
            read[at] = (read[at] + by) % 31;
            prop_assert_eq!(Code::typed(&Code(read).text()), Err(NotACode::Misread));
        }

        #[test]
        fn two_that_are_exchanged_are_found(seed: u64, at in 0_usize..9) {
            let Code(mut read) = one(seed);
            prop_assume!(read[at] != read[at + 1]);
            read.swap(at, at + 1);
            prop_assert_eq!(Code::typed(&Code(read).text()), Err(NotACode::Misread));
        }
    }
}
