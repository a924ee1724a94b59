//! What a guardian types.
use std::str::FromStr;

use kernel::form::Problems;
use serde::Deserialize;

use super::rules::Band;
use crate::rules::Name;

#[derive(Debug, Clone, Default, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct ChildForm {
    pub once: String,
    pub nickname: String,
    pub band: String,
    /// Ticked by a guardian who agrees.
    pub agrees: Option<String>,
}

impl ChildForm {
    pub fn read(&self) -> Result<(Name, Band), Problems> {
        child(&self.nickname, &self.band)
    }
}

pub fn child(nickname: &str, band: &str) -> Result<(Name, Band), Problems> {
    let mut problems = Problems::default();
    let nickname = Name::from_str(nickname).map_err(|p| problems.add("nickname", p.key())).ok();
    let band = Band::from_name(band).or_else(|| {
        problems.add("band", "children-band-empty");
        None
    });
    problems.or_else_all(nickname.zip(band))
}
