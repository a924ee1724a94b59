//! What makes a code good, a name a name, a password long enough, and who may do what. No database, no web, no clock.
use jiff::{SignedDuration, Timestamp};

use crate::ids::{PersonId, StaffId};

/// A code is good for this long: time enough for a message over a bad line and for slow fingers.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_mins(10);
/// Wrong digits this often, and the code is spent: one chance in 200,000 to guess it.
pub const MOST_TRIES: i16 = 5;
/// A further message goes to the same phone after this long. Until then the first one is still on its way.
pub const AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(60);
/// Somebody whose number nobody proved is forgotten after this long, unless something of theirs lasts longer.
pub const KEPT_UNPROVED: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Somebody who proved their number is forgotten this long after they last did, unless something of theirs lasts longer. A
/// sign-in lasts half a year, so whoever uses the station proves it again long before.
pub const KEPT_PROVED: SignedDuration = SignedDuration::from_hours(24 * 730);
/// No rules about kinds of characters: length is what counts (NIST SP 800-63B, 3.1.1.2).
pub const SHORTEST_PASSWORD: usize = 10;
/// Long enough for any sentence; a bound because hashing takes time.
pub const LONGEST_PASSWORD: usize = 200;
pub const LONGEST_NAME: usize = 30;

/// A code as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    pub person: PersonId,
    pub digits_hash: Vec<u8>,
    pub sent_at: Timestamp,
    pub expires_at: Timestamp,
    pub tries: i16,
    pub used_at: Option<Timestamp>,
    /// The request that used it.
    pub used_once: Option<Vec<u8>>,
}

/// Why a code does not prove a number, or is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// There is no such code: a newer one took its place, or it is long over.
    Gone,
    Expired,
    Used,
    Wrong {
        left: i16,
    },
    /// Too many wrong tries.
    Spent,
    /// No message reaches a landline.
    NotMobile,
}

impl Code {
    /// Whether it could still be typed in.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at && self.tries < MOST_TRIES
    }

    /// Whether a request for a further message is answered by this one, which is on its way.
    pub fn is_on_its_way(&self, now: Timestamp) -> bool {
        self.is_good(now) && now < self.sent_at + AGAIN_AFTER
    }
}

/// Whether one more try may be made. Counted before the digits are compared, so that nobody tries twice at once.
pub fn may_try(code: Option<&Code>) -> Result<(), CodeRefusal> {
    match code {
        None => Err(CodeRefusal::Gone),
        Some(code) if code.used_at.is_none() && code.tries >= MOST_TRIES => Err(CodeRefusal::Spent),
        Some(_) => Ok(()),
    }
}

/// Whose number the digits prove. `digits_hash` and `once` are hashes of what was typed and of the request.
/// The request that used a code may be repeated, as a double tap does; no other can use it again.
pub fn prove(now: Timestamp, code: &Code, digits_hash: &[u8], once: Option<&[u8]>) -> Result<PersonId, CodeRefusal> {
    if now >= code.expires_at {
        return Err(CodeRefusal::Expired);
    }
    // Both are keyed hashes: how long the comparison takes says nothing about the digits.
    let right = code.digits_hash == digits_hash;
    match code.used_at {
        Some(_) if right && once.is_some() && once == code.used_once.as_deref() => Ok(code.person),
        Some(_) => Err(CodeRefusal::Used),
        None if right => Ok(code.person),
        None if code.tries >= MOST_TRIES => Err(CodeRefusal::Spent),
        None => Err(CodeRefusal::Wrong { left: MOST_TRIES - code.tries }),
    }
}

/// What a person wants to be called: 罗大爷.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    Empty,
    TooLong,
    /// A phone or identity number where only a name belongs: it would be stored and shown for nothing.
    HasNumber,
    Unreadable,
}

impl NameProblem {
    pub fn key(self) -> &'static str {
        match self {
            NameProblem::Empty => "people-name-empty",
            NameProblem::TooLong => "people-name-too-long",
            NameProblem::HasNumber => "people-name-has-number",
            NameProblem::Unreadable => "people-name-unreadable",
        }
    }
}

impl std::str::FromStr for Name {
    type Err = NameProblem;
    fn from_str(typed: &str) -> Result<Name, NameProblem> {
        match plain_line(typed, LONGEST_NAME)? {
            name if name.is_empty() => Err(NameProblem::Empty),
            name => Ok(Name(name)),
        }
    }
}

/// One line that others will read, of at most `longest` characters: no phone or identity number, nothing that hides or
/// turns what stands beside it. May be empty.
pub fn plain_line(typed: &str, longest: usize) -> Result<String, NameProblem> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match () {
        () if line.chars().count() > longest => Err(NameProblem::TooLong),
        () if line.chars().filter(|c| c.is_numeric()).count() >= 6 => Err(NameProblem::HasNumber),
        () if line.chars().any(|c| c.is_control() || "<>{}\u{202e}".contains(c)) => Err(NameProblem::Unreadable),
        () => Ok(line),
    }
}

impl Name {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a member of staff may do at a station. A manager may do all that a clerk may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Clerk = 0,
    Manager = 1,
}

impl Role {
    pub fn from_number(n: i16) -> Option<Role> {
        [Role::Clerk, Role::Manager].into_iter().find(|r| *r as i16 == n)
    }
}

/// A member of staff at one station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffAt {
    pub id: StaffId,
    pub name: String,
    pub role: Role,
    /// The owner that they answer to, where a station has several.
    pub owner: Option<i32>,
}

/// Why somebody is not made a member of staff, or not let in as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffRefusal {
    LoginTaken,
    /// Wrong password, unknown login, disabled: never said which.
    NotLetIn,
}

/// A login: letters and digits of any script, in lower case, and `. _ -`; 2 to 40 of them.
pub fn login(typed: &str) -> Option<String> {
    let login = typed.trim().to_lowercase();
    let fits = (2..=40).contains(&login.chars().count());
    let plain = login.chars().all(|c| c.is_alphanumeric() || "._-".contains(c));
    (fits && plain).then_some(login)
}

/// What is wrong with a new password, as the key of a text.
pub fn password_problem(password: &str, login: &str) -> Option<&'static str> {
    match password.chars().count() {
        ..SHORTEST_PASSWORD => Some("people-password-short"),
        n if n > LONGEST_PASSWORD => Some("people-password-long"),
        _ if password.to_lowercase() == login => Some("people-password-is-login"),
        _ => None,
    }
}
