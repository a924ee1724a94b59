//! The fields of the pages' forms, as they were typed.
use super::asked::{NewDropOff, NewReceiptStep, Press};
use crate::proxy::ConsentId;
use serde::Deserialize;

/// Papers that are left: the checklist as boxes.
#[derive(Debug, Clone, Default)]
pub struct DropOffForm {
    pub once: String,
    pub matter: String,
    pub consent: String,
    pub papers: Vec<String>,
    pub name: String,
    pub phone: String,
    pub on: String,
    pub at: String,
}

impl DropOffForm {
    pub fn of(pairs: Vec<(String, String)>) -> DropOffForm {
        let mut form = DropOffForm::default();
        for (name, value) in pairs {
            match name.as_str() {
                "once" => form.once = value,
                "matter" => form.matter = value,
                "consent" => form.consent = value,
                "paper" => form.papers.push(value),
                "name" => form.name = value,
                "phone" => form.phone = value,
                "on" => form.on = value,
                "at" => form.at = value,
                _ => {}
            }
        }
        form
    }

    pub fn consent(&self) -> Option<ConsentId> {
        self.consent.parse().ok()
    }

    /// What is no number names nothing.
    pub fn read(&self) -> NewDropOff {
        NewDropOff {
            matter: self.matter.parse().unwrap_or(0),
            papers: self.papers.iter().filter_map(|n| n.parse().ok()).collect(),
            name: Some(self.name.clone()),
            phone: Some(self.phone.clone()),
            consent: self.consent(),
            ready_at: format!("{}T{}", self.on.trim(), self.at.trim()),
        }
    }
}

/// A button below papers, with what it needs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    pub once: String,
    pub press: String,
    pub note: String,
    pub on: String,
    pub at: String,
}

impl StepForm {
    pub fn read(&self) -> Option<NewReceiptStep> {
        let ready_at = Some(format!("{}T{}", self.on.trim(), self.at.trim()));
        Some(NewReceiptStep { press: Press::read(&self.press)?, note: self.note.clone(), ready_at })
    }
}
