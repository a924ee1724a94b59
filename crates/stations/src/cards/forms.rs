//! What a clerk types or scans.
use std::str::FromStr;

use kernel::form::Problems;
use people::{Name, NewHousehold, Phone};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct IssueForm {
    pub once: String,
    pub name: String,
    pub phone: String,
    /// Ticked when the household has agreed.
    pub agrees: Option<String>,
}

impl IssueForm {
    pub fn read(&self) -> Result<NewHousehold, Problems> {
        household(&self.name, &self.phone, self.agrees.is_some())
    }
}

pub fn household(name: &str, phone: &str, agrees: bool) -> Result<NewHousehold, Problems> {
    let mut problems = Problems::default();
    let name = Name::from_str(name).map_err(|p| problems.add("name", p.key())).ok();
    let phone = match phone.trim() {
        "" => None,
        typed => Phone::from_str(typed).map_err(|p| problems.add("phone", p.key())).ok(),
    };
    if !agrees {
        problems.add("agrees", "stations-cards-agree-first");
    }
    problems.or_else_all(name.map(|name| NewHousehold { name, phone }))
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScanForm {
    pub code: String,
}
