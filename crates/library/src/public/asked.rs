//! What people ask for: the fields of the pages and the bodies of the API.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ObjectBuilder, Type};

use super::tally::Moved;
use crate::rules::Kind;

/// So many characters of what was typed are looked at.
pub const MOST_TYPED: usize = 60;
/// So many characters a scanner types at most: the address on a card or on a piece.
pub const MOST_SCANNED: usize = 300;

/// Which part of the list somebody wants to see.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListAsked {
    pub q: String,
    pub kind: String,
    pub children: String,
    pub before: String,
}

impl ListAsked {
    pub fn typed(&self) -> String {
        typed(&self.q)
    }

    /// Of a kind that there is not, all kinds are shown.
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_word(&self.kind)
    }
}

/// What is looked for, without what nobody can search by.
pub fn typed(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).take(MOST_TYPED).collect()
}

/// A shelf's code in an address, likewise.
pub fn code(text: &str) -> Option<&str> {
    let fits = (1..=40).contains(&text.len());
    (fits && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))).then_some(text)
}

/// What has just been done, on the page that somebody is led back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Did {
    pub did: String,
    /// So many rows stand before the first.
    pub from: usize,
}

/// One press of a button.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Press {
    pub once: String,
    /// The page with the button, to come back to.
    pub back: String,
    /// On the honesty shelf: `took` or `brought`.
    pub moved: String,
    /// Of the list of what one has read: `on` or `off`.
    pub history: String,
}

/// One piece was taken from an honesty shelf, or brought to it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[schema(as = ShelfTally)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// One was taken: 1; one was brought: -1.
    #[schema(schema_with = one_or_minus_one)]
    pub taken: i8,
}

fn one_or_minus_one() -> utoipa::openapi::schema::Object {
    ObjectBuilder::new().schema_type(Type::Integer).enum_values(Some([1, -1])).build()
}

impl Tally {
    pub fn checked(self) -> Result<Moved, Problems> {
        let mut problems = Problems::default();
        let read = problems.take("taken", Moved::of(self.taken).ok_or(()), "library-tally-one");
        problems.or_else_all(read)
    }
}

/// Whether somebody wants a list of what they have read.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadingHistoryWanted)]
#[serde(deny_unknown_fields)]
pub struct HistoryWanted {
    /// Off erases the list at once.
    pub history: bool,
}

/// What the scanner of the machine in the hall has read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = LibraryScan)]
#[serde(deny_unknown_fields)]
pub struct MachineScan {
    /// The barcode of a piece, or what the code on it says.
    #[schema(max_length = 300, example = "2000000000176")]
    pub code: String,
    /// What the code of a household card says. Without it a piece can only be given back.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub card: Option<String>,
}

impl MachineScan {
    pub fn checked(self) -> Result<MachineScan, Problems> {
        let mut problems = Problems::default();
        let card = self.card.as_deref().unwrap_or_default();
        for (field, text) in [("code", self.code.as_str()), ("card", card)] {
            if text.chars().count() > MOST_SCANNED {
                problems.add(field, "library-scan-too-long");
            }
            if text.chars().any(char::is_control) {
                problems.add(field, "library-scan-odd");
            }
        }
        problems.or_else_all(Some(self))
    }
}

/// The form of the machine in the hall.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MachineForm {
    /// What was scanned.
    pub code: String,
    /// The card that was scanned before, kept until they are done.
    pub card: String,
    /// The barcode of the piece that waits for a card.
    pub wants: String,
    /// The barcode of the piece that was dealt with last.
    pub last: String,
    /// That piece is meant once more.
    pub again: String,
    pub once: String,
}

impl MachineForm {
    /// What a scanner can have typed, and no more of it.
    pub fn cut(self) -> MachineForm {
        let cut = |text: &str| text.trim().chars().filter(|c| !c.is_control()).take(MOST_SCANNED).collect();
        MachineForm {
            code: cut(&self.code),
            card: cut(&self.card),
            wants: cut(&self.wants),
            last: cut(&self.last),
            ..self
        }
    }
}
