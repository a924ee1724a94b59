//! Who stands at the counter, and what they take, bring and wait for.
use std::str::FromStr;

use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_SCANNED, line};
use crate::TitleId;
use crate::catalogue::rules::barcode;
use crate::desk::who::{self, Typed};

/// A phone number is not longer, however it is written.
const MOST_IN_A_NUMBER: usize = 40;

/// Who stands at the counter: exactly one of the three.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryReaderWanted {
    /// What a scanner read from a household card: the address on it, or the letters below.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub card: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// Of somebody without either: a new reader each time.
    #[serde(default)]
    #[schema(max_length = 30, example = "马大爷")]
    pub name: Option<String>,
}

impl LibraryReaderWanted {
    pub fn checked(&self) -> Result<Typed, Problems> {
        let mut p = Problems::default();
        let all = [("card", &self.card), ("phone", &self.phone), ("name", &self.name)];
        let given: Vec<(&'static str, &str)> =
            all.into_iter().filter_map(|(field, text)| Some((field, text.as_deref()?))).collect();
        let [(field, text)] = given[..] else {
            p.add("card", "library-desk-one-of-three");
            return Err(p);
        };
        line(&mut p, field, text, if field == "card" { MOST_SCANNED } else { MOST_IN_A_NUMBER });
        let read = match field {
            "card" if who::is_card(text) => Some(Typed::Card(text.to_owned())),
            "card" => {
                p.add("card", "library-desk-no-card");
                None
            }
            "phone" => people::Phone::from_str(text).map_err(|e| p.add("phone", e.key())).ok().map(Typed::Phone),
            _ => people::Name::from_str(text).map_err(|e| p.add("name", e.key())).ok().map(Typed::Name),
        };
        p.or_else_all(read)
    }
}

/// A copy is lent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryLoanAtDesk {
    pub reader: LibraryReaderWanted,
    /// On the copy, or the address that the code beside it opens.
    #[schema(min_length = 1, max_length = 300, example = "2000000000176")]
    pub barcode: String,
    /// Over the limits of the reader: they have as many as may be, or something is overdue. It is written down that staff did.
    #[serde(default)]
    pub despite: bool,
}

/// A barcode in a body, as it is looked for.
fn code(p: &mut Problems, typed: &str) -> Option<String> {
    line(p, "barcode", typed, MOST_SCANNED);
    p.take("barcode", barcode::read(typed).ok_or(()), "library-desk-no-barcode")
}

impl LibraryLoanAtDesk {
    /// Who, and the barcode.
    pub fn checked(&self) -> Result<(Typed, String), Problems> {
        let mut p = Problems::default();
        let code = code(&mut p, &self.barcode);
        match self.reader.checked() {
            Err(problems) => Err(problems),
            Ok(reader) => p.or_else_all(code.map(|code| (reader, code))),
        }
    }
}

/// A copy comes back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryReturnAtDesk {
    /// On the copy, or the address that the code beside it opens.
    #[schema(min_length = 1, max_length = 300, example = "2000000000176")]
    pub barcode: String,
}

impl LibraryReturnAtDesk {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let code = code(&mut p, &self.barcode);
        p.or_else_all(code)
    }
}

/// Somebody wants to wait for a title.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryHoldAtDesk {
    pub reader: LibraryReaderWanted,
    #[schema(value_type = String, format = Uuid)]
    pub title: TitleId,
}
