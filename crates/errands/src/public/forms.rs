//! The fields of the pages' forms, as they were typed.
use serde::Deserialize;

use super::asked::NewTicket;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SearchQuery {
    pub q: String,
}

/// The button that draws: nothing in it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TicketForm {
    pub matter: String,
    pub line: String,
    pub official: String,
    pub once: String,
}

impl TicketForm {
    pub fn read(&self) -> NewTicket {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
        NewTicket {
            matters: some(&self.matter).into_iter().collect(),
            line: some(&self.line),
            // What is no number names nobody who does it.
            official: some(&self.official).map(|id| id.parse().unwrap_or(0)),
        }
    }

    pub fn key(&self) -> Option<&str> {
        Some(self.once.as_str()).filter(|key| !key.is_empty())
    }
}

/// A button below a ticket; `minutes` when it is to be called later.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub minutes: String,
    /// What is chosen instead of waiting.
    pub way: String,
    pub once: String,
}

impl StepForm {
    pub fn key(&self) -> Option<&str> {
        Some(self.once.as_str()).filter(|key| !key.is_empty())
    }
}
