//! The fields of the forms, as they were typed.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};

use super::asked::{NewCorrection, NewResidents};

/// A number of residents.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ResidentsForm {
    pub once: String,
    pub people: String,
    pub source: String,
    pub as_of: String,
}

impl ResidentsForm {
    /// What a new one begins with.
    pub fn fresh(once: String) -> ResidentsForm {
        ResidentsForm { once, ..ResidentsForm::default() }
    }

    /// What cannot be read as a number is out of bounds, which the check says; without a day there is nothing to check.
    ///
    /// # Errors
    /// What is no day.
    pub fn read(&self) -> Result<NewResidents, Problems> {
        let mut p = Problems::default();
        let as_of = p.take("as_of", self.as_of.trim().parse(), "county-wrong-day");
        // As people type it: 4,000 and 4 000.
        let digits: String = self.people.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).collect();
        let people = digits.parse().unwrap_or(0);
        p.or_else_all(as_of.map(|as_of| NewResidents { people, source: self.source.clone(), as_of }))
    }
}

/// Why a month is corrected, and what was seen of it.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CorrectionForm {
    pub once: String,
    pub why: String,
    pub seen: String,
}

impl CorrectionForm {
    pub fn read(&self) -> NewCorrection {
        NewCorrection { why: self.why.clone(), seen: self.seen.clone() }
    }
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// What was just done: `residents` or `corrected`.
    pub kept: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let form =
            |people: &str| ResidentsForm { people: people.into(), as_of: "2025-12-31".into(), ..Default::default() };
        for (typed, people) in [("4,000", 4_000), (" 4 000 ", 4_000), ("4，000", 4_000), ("四千", 0), ("-3", 0)] {
            assert_eq!(form(typed).read().map(|new| new.people), Ok(people), "{typed}");
        }
        assert!(ResidentsForm { as_of: "去年".into(), ..form("4000") }.read().is_err());
    }
}
