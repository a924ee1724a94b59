//! The fields of the pages' forms, as they were typed.
use std::collections::BTreeMap;

use serde::Deserialize;

use super::asked::NewOpinion;
use crate::rules::{Choice, Source, Stamp};

/// Something said.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    pub once: String,
    pub text: String,
    pub category: String,
    pub place: String,
    /// The name of somebody who is not on the list.
    pub about_other: String,
    pub phone: String,
    pub may_publish: String,
    /// `kiosk`, when it is typed at a machine.
    pub at: String,
    pub challenge: String,
    pub stamp: String,
    /// Whether photos came along: a browser does not send them again.
    #[serde(skip)]
    pub photos: bool,
    /// `about-0`, `about-1`, …: the names that are ticked.
    #[serde(flatten)]
    pub rest: BTreeMap<String, String>,
}

impl NewForm {
    pub fn at_kiosk(&self) -> bool {
        self.at == "kiosk"
    }

    pub fn may_publish(&self) -> bool {
        !self.may_publish.is_empty()
    }

    pub fn names(&self, name: &str) -> bool {
        self.about().any(|about| about == name)
    }

    /// Whether something is filled in that most people leave as it is.
    pub fn has_more(&self) -> bool {
        let typed = [&self.place, &self.about_other, &self.phone, &self.may_publish];
        typed.iter().any(|t| !t.trim().is_empty()) || self.about().next().is_some()
    }

    pub fn source(&self) -> Source {
        if self.at_kiosk() { Source::Kiosk } else { Source::Web }
    }

    fn about(&self) -> impl Iterator<Item = &str> {
        let ticked = self.rest.iter().filter(|(key, _)| key.starts_with("about-"));
        ticked.map(|(_, name)| name.as_str()).chain([self.about_other.trim()]).filter(|name| !name.is_empty())
    }

    pub fn read(&self) -> NewOpinion {
        let typed = |text: &str| Some(text.to_owned()).filter(|t| !t.trim().is_empty());
        let stamp = Stamp { challenge: self.challenge.clone(), nonce: typed(&self.stamp) };
        NewOpinion {
            text: self.text.clone(),
            // What is no id is none that there is, and is refused as such.
            category: typed(&self.category),
            place: typed(&self.place),
            about: self.about().map(|name| Choice::Person(name.to_owned())).collect(),
            phone: typed(&self.phone),
            may_publish: self.may_publish(),
            stamp: (!stamp.challenge.is_empty()).then_some(stamp),
            ..NewOpinion::default()
        }
    }
}

/// A button or a field below an opinion that is followed. The receipt is in the body and in no address.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct FollowForm {
    pub once: String,
    pub receipt: String,
    pub text: String,
    /// Why it should not be hidden.
    pub appeal: String,
    pub satisfied: String,
    pub phone: String,
    pub allow: String,
    /// `kiosk`, when it is pressed at a machine.
    pub at: String,
    /// Whether photos came along.
    #[serde(skip)]
    pub photos: bool,
}
