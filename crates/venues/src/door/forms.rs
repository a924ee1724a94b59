//! What is typed at a door and about it.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};

/// The last digits of a phone number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ArrivalForm {
    pub digits: String,
}

/// So many digits tell people at one door apart, nearly always.
pub const LAST_DIGITS: usize = 4;

impl ArrivalForm {
    pub fn read(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let digits = digits(&self.digits);
        if digits.len() != LAST_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
            problems.add("digits", "door-form-digits");
        }
        problems.or_else_all(Some(digits))
    }
}

/// Without spaces, and at half width.
fn digits(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c),
        c => c,
    };
    typed.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// Where the lock of a door is told.
#[derive(Debug, Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = DoorEdit)]
#[serde(deny_unknown_fields)]
pub struct LockForm {
    /// `https://…` or `http://…`; empty = no lock is told.
    #[schema(max_length = 500, example = "https://locks.example.org/hall")]
    pub lock_url: String,
}

const LONGEST_URL: usize = 500;

impl LockForm {
    pub fn read(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let url = self.lock_url.trim();
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_graphic());
        let named = rest.is_some_and(|r| !r.is_empty() && !r.starts_with(['/', '?', '#', ':']) && plain(r));
        if !url.is_empty() && (!named || url.len() > LONGEST_URL) {
            problems.add("lock_url", "door-form-url");
        }
        problems.or_else_all(Some(url.to_owned()))
    }
}
