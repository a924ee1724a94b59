//! What people type and tap, and how it becomes what the API's bodies are.
use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{ChildMember, ClubText, NewClub, NewMember};
use crate::games::rules::Band;

/// A club as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClubForm {
    pub once: String,
    pub name: String,
    pub about: String,
    /// `open`, or `asks`.
    pub joining: String,
    pub called: String,
    /// A number whose owner the desk asks to lead it.
    pub phone: String,
}

impl ClubForm {
    pub fn text(&self) -> ClubText {
        ClubText { name: self.name.clone(), about: self.about.clone(), opens: self.joining == "open" }
    }

    pub fn read(&self) -> NewClub {
        NewClub { text: self.text(), called: Some(self.called.clone()) }
    }
}

/// Somebody who asks to be in, as it was typed. Whom it is about depends on whether a child is named.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    pub once: String,
    pub child: String,
    pub band: String,
    pub called: String,
}

impl MemberForm {
    pub fn read(&self) -> Result<NewMember, Problems> {
        let mut problems = Problems::default();
        let child = Some(self.child.trim()).filter(|name| !name.is_empty());
        let band = Band::of_name(&self.band);
        if child.is_some() && band.is_none() {
            problems.add("band", "games-form-band");
        }
        let child = child.zip(band).map(|(name, band)| ChildMember { name: name.to_owned(), band });
        problems.or_else_all(Some(NewMember { child, called: Some(self.called.clone()) }))
    }
}

/// A form of one line: a notice, a reason, an answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LineForm {
    pub once: String,
    pub words: String,
}

/// Which member, where a form is about one; empty = all of one's own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WhichForm {
    pub member: String,
}
