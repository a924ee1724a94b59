//! The fields of the pages' forms, as they were typed.
use people::Band;
use serde::Deserialize;

use super::asked::{NewSignup, NewSignupAtDesk};

/// "I come". Who: `me`, the id of a remembered child, or the age of one (`7-9`).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct JoinForm {
    pub once: String,
    pub who: String,
    pub seats: String,
    pub phone: String,
    /// What the code of a household card says.
    pub card: String,
}

/// What is no number is none that anybody may take, and is refused as such.
fn seats(typed: &str) -> Option<i16> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.parse().unwrap_or(0))
}

impl JoinForm {
    pub fn read(&self) -> NewSignup {
        NewSignup {
            child: self.who.parse().ok(),
            child_age: Band::from_name(&self.who),
            seats: seats(&self.seats),
            phone: Some(self.phone.clone()),
            card: Some(self.card.clone()),
        }
    }
}

/// Somebody for whom a clerk types.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeskForm {
    pub once: String,
    pub name: String,
    pub phone: String,
    pub card: String,
    /// The id of a card that was scanned before.
    pub household: String,
    pub who: String,
    pub seats: String,
}

impl DeskForm {
    pub fn read(&self) -> NewSignupAtDesk {
        NewSignupAtDesk {
            name: Some(self.name.clone()),
            phone: Some(self.phone.clone()),
            card: Some(self.card.clone()),
            child: self.who.parse().ok(),
            child_age: Band::from_name(&self.who),
            seats: seats(&self.seats),
        }
    }
}

/// A button below a signup.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub once: String,
    pub answer: String,
    /// The page of the desk to which it leads back; without it, to the list.
    pub back: String,
}

/// The code that came to a phone.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    pub digits: String,
}

impl CodeForm {
    /// The digits, whatever stands between them.
    pub fn read(&self) -> String {
        self.digits.chars().filter(|c| !c.is_whitespace()).take(12).collect()
    }
}
