//! The fields of the pages' forms, as they were typed.
use serde::Deserialize;

use super::asked::{NewConsentAtDesk, NewConsentOfMine};
use super::rules::{How, Kind};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConsentForm {
    pub once: String,
    pub matter: String,
    pub name: String,
    pub phone: String,
    pub proxy: String,
    pub kind: String,
    pub how: String,
    pub until: String,
}

impl ConsentForm {
    fn kind(&self) -> Kind {
        Kind::ALL.into_iter().find(|k| k.name() == self.kind).unwrap_or_default()
    }

    /// What is no number names nothing.
    fn matter(&self) -> i32 {
        self.matter.parse().unwrap_or(0)
    }

    pub fn at_desk(&self) -> NewConsentAtDesk {
        NewConsentAtDesk {
            matter: self.matter(),
            name: self.name.clone(),
            phone: Some(self.phone.clone()),
            proxy: self.proxy.clone(),
            kind: self.kind(),
            how: How::AT_DESK.into_iter().find(|h| h.name() == self.how).unwrap_or(How::InPerson),
            until: self.until.clone(),
        }
    }

    pub fn of_mine(&self) -> NewConsentOfMine {
        let (matter, proxy, kind, until) = (self.matter(), self.proxy.clone(), self.kind(), self.until.clone());
        NewConsentOfMine { matter, proxy, kind, until }
    }
}

/// Where whoever comes for somebody is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DrawForm {
    pub once: String,
}
