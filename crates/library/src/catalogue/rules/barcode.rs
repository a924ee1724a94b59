//! The station's own numbers for its copies, as bars that every scanner reads: EAN-13 (GS1 General Specifications, 5.2.1) with the
//! prefix 20, which is for use inside one house. Copies that come with a number of another system keep it: up to twenty capitals,
//! digits and hyphens.
use super::isbn::{check_of_thirteen, written};

/// The prefix of numbers that mean something in one house only.
const PREFIX: &str = "20";
/// A station that has numbered more copies has mistaken something else for a number of its own.
pub const MOST: i32 = 999_999_999;
/// Longer numbers of other systems are not read.
pub const LONGEST: usize = 20;

/// The barcode of the copy with that number.
pub fn of_number(n: i32) -> String {
    let twelve = format!("{PREFIX}{:010}", n.max(0));
    written(&twelve.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>())
}

/// The number of a barcode that this program has given.
pub fn number(code: &str) -> Option<i32> {
    let n = own(code).then(|| code.get(2..12)?.parse::<i32>().ok()).flatten()?;
    (1..=MOST).contains(&n).then_some(n)
}

/// Whether it has the form of a number that this program gives.
fn own(code: &str) -> bool {
    code.len() == 13 && code.starts_with(PREFIX) && code.bytes().all(|b| b.is_ascii_digit())
}

/// A barcode as it was scanned or typed, or out of the address that the code beside the bars opens. Not one that is of this program
/// and has a wrong check digit: that is a mistyped one.
pub fn read(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = match typed.split_once("/library/copies/") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
        None => typed,
    };
    let half = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let code: String = typed.chars().take(LONGEST + 1).map(half).map(|c| c.to_ascii_uppercase()).collect();
    let fits = (1..=LONGEST).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'-');
    (fits && (!own(&code) || checks(&code))).then_some(code)
}

/// Whether the last of thirteen digits checks the others.
pub fn checks(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|c| c.to_digit(10)).collect();
    digits.len() == 13 && code.len() == 13 && code.ends_with(check_of_thirteen(&digits[..12]))
}

/// The left half's bars of each digit with odd parity; the other two alphabets are mirrors of it.
const ODD: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011, 0b011_0111,
    0b000_1011,
];
/// Which of the left six digits have even parity: so the first digit is written.
const PARITY: [u8; 10] =
    [0b00_0000, 0b00_1011, 0b00_1101, 0b00_1110, 0b01_0011, 0b01_1001, 0b01_1100, 0b01_0101, 0b01_0110, 0b01_1010];

/// The 95 modules of thirteen digits, dark ones true; nothing of other numbers.
pub fn bars(code: &str) -> Option<Vec<bool>> {
    if !checks(code) {
        return None;
    }
    let digits: Vec<usize> = code.chars().filter_map(|c| usize::try_from(c.to_digit(10)?).ok()).collect();
    let (first, rest) = digits.split_first()?;
    let mut all = vec![true, false, true];
    for (place, digit) in rest[..6].iter().enumerate() {
        let odd = ODD[*digit];
        let even = PARITY[*first] >> (5 - place) & 1 == 1;
        all.extend(modules(if even { mirrored(!odd) } else { odd }));
    }
    all.extend([false, true, false, true, false]);
    for digit in &rest[6..] {
        all.extend(modules(!ODD[*digit]));
    }
    all.extend([true, false, true]);
    Some(all)
}

/// The seven modules of a digit, from left to right.
fn modules(bits: u8) -> impl Iterator<Item = bool> {
    (0..7).rev().map(move |n| bits >> n & 1 == 1)
}

/// The seven modules from right to left.
fn mirrored(bits: u8) -> u8 {
    (0..7).fold(0, |all, n| all | (bits >> n & 1) << (6 - n))
}
