//! 回执: sixteen digits with which one follows an opinion. Nobody else has them: they are stored as hashes only.
use kernel::chance::Chance;

/// Fifteen random digits and a check digit after ISO/IEC 7064:2003, MOD 11,10, the hybrid system for digits. It finds every single
/// digit that is wrong, and every two neighbours that are swapped unless they differ by one (0 and 9 among them): of those it misses
/// one in ten.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

const RANDOM: usize = 15;
const ALL: usize = RANDOM + 1;

/// The check digit of some digits: ISO/IEC 7064, MOD 11,10.
pub fn check_digit(digits: &[u8]) -> u8 {
    let last = digits.iter().fold(10_u8, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - last) % 10
}

impl Receipt {
    pub fn fresh(chance: &Chance) -> Receipt {
        let mut digits: Vec<u8> = (0..RANDOM).map(|_| u8::try_from(chance.below(10)).unwrap_or(0)).collect();
        digits.push(check_digit(&digits));
        Receipt(digits.into_iter().map(|d| char::from(b'0' + d)).collect())
    }

    /// Takes what people write between the digits, and digits at full width. `None` if it is none: a digit is wrong or missing.
    pub fn parse(typed: &str) -> Option<Receipt> {
        let between = |c: &char| !c.is_whitespace() && !"-–—‑.·_".contains(*c);
        let digits: Option<Vec<u8>> = typed.chars().filter(between).map(digit).collect();
        let digits = digits.filter(|d| d.len() == ALL)?;
        let (last, rest) = digits.split_last()?;
        let text = digits.iter().map(|d| char::from(b'0' + d)).collect();
        (check_digit(rest) == *last).then_some(Receipt(text))
    }

    /// 1234 5678 9012 3456
    pub fn grouped(&self) -> String {
        let (mut out, mut n) = (String::with_capacity(ALL + 3), 0);
        for c in self.0.chars() {
            if n > 0 && n % 4 == 0 {
                out.push(' ');
            }
            out.push(c);
            n += 1;
        }
        out
    }

    /// The digits alone.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

fn digit(c: char) -> Option<u8> {
    let narrow = match c {
        '\u{ff10}'..='\u{ff19}' => u32::from(c) - 0xff10,
        c => c.to_digit(10)?,
    };
    u8::try_from(narrow).ok()
}

/// No log may hold one by mistake.
impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt(…)")
    }
}
