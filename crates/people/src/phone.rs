//! A phone number of mainland China, as people type it.
use std::fmt;
use std::str::FromStr;

/// A number that can be called: a mobile (`1[3-9]` and nine more digits) or a landline with its area code. Source: the
/// numbering plan of MIIT, 2017. Shown and debugged masked, so that no page and no log can hold one by mistake.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// Why a text is not a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneProblem {
    Empty,
    NotDigits,
    TooShort,
    TooLong,
    NoSuchNumber,
}

impl PhoneProblem {
    /// The key of the text that says so.
    pub fn key(self) -> &'static str {
        match self {
            PhoneProblem::Empty => "people-phone-empty",
            PhoneProblem::NotDigits => "people-phone-not-digits",
            PhoneProblem::TooShort => "people-phone-too-short",
            PhoneProblem::TooLong => "people-phone-too-long",
            PhoneProblem::NoSuchNumber => "people-phone-no-such-number",
        }
    }
}

const MOBILE: usize = 11;

impl FromStr for Phone {
    type Err = PhoneProblem;

    /// Takes what people write between and before the digits: spaces, dashes, brackets, `+86`; and full-width digits.
    fn from_str(typed: &str) -> Result<Phone, PhoneProblem> {
        let plain: String = typed.chars().map(half_width).filter(|c| !is_separator(*c)).collect();
        if plain.is_empty() {
            return Err(PhoneProblem::Empty);
        }
        let (abroad, rest) = match plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")) {
            Some(rest) => (true, rest.strip_prefix("86").ok_or(PhoneProblem::NoSuchNumber)?),
            None => (false, plain.as_str()),
        };
        if !rest.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PhoneProblem::NotDigits);
        }
        let national = national(rest, abroad);
        match (national.len(), is_mobile(&national), is_landline(&national)) {
            (_, true, _) | (_, _, true) => Ok(Phone(national)),
            (..MOBILE, ..) => Err(PhoneProblem::TooShort),
            (MOBILE, ..) => Err(PhoneProblem::NoSuchNumber),
            _ => Err(PhoneProblem::TooLong),
        }
    }
}

/// As it is dialled inside the country. From abroad a landline is written without the 0 of its area code.
fn national(rest: &str, abroad: bool) -> String {
    match rest.strip_prefix("86") {
        Some(mobile) if !abroad && is_mobile(mobile) => mobile.to_owned(),
        _ if abroad && !rest.starts_with(['0', '1']) => format!("0{rest}"),
        _ => rest.to_owned(),
    }
}

/// Input methods for Chinese write digits and the plus sign at full width as easily as at half.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '–' | '—' | '‑' | '(' | ')' | '.' | '/' | '·')
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == MOBILE && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// Three-digit area codes (010, 02x) have numbers of eight digits, all others of seven or eight; none starts with 0 or 1.
fn is_landline(digits: &str) -> bool {
    let Some((area, number)) = split_area(digits) else { return false };
    let lengths = if area.len() == 3 { 8..=8 } else { 7..=8 };
    lengths.contains(&number.len()) && !number.starts_with(['0', '1'])
}

fn split_area(digits: &str) -> Option<(&str, &str)> {
    let short = digits.starts_with("010") || digits.starts_with("02");
    let long = digits.starts_with('0') && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'));
    (short || long).then(|| digits.split_at_checked(if short { 3 } else { 4 })).flatten()
}

impl Phone {
    /// All digits, as dialled in the country: only for calling, and for the message that goes there.
    pub fn full(&self) -> &str {
        &self.0
    }

    /// The same with the country's code (ITU-T E.164), one text for one number.
    pub fn e164(&self) -> String {
        format!("+86{}", self.0.strip_prefix('0').unwrap_or(&self.0))
    }

    /// Whether a message can reach it.
    pub fn is_mobile(&self) -> bool {
        is_mobile(&self.0)
    }
}

/// 138****5521, 0972****345
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, last) = match split_area(&self.0) {
            Some((area, _)) => (area.len(), 3),
            None => (3, 4),
        };
        let end = self.0.len() - last;
        write!(f, "{}{}{}", &self.0[..shown], "*".repeat(end - shown), &self.0[end..])
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({self})")
    }
}
