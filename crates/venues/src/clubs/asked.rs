//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{Coming, Text};
use super::rules::Entry;
use crate::games::rules::Band;
use kernel::form::Problems;
use kernel::house::House;
use people::{Name, PersonId};

/// The longest texts, in characters: what fits a row, a card, a message.
pub const LONGEST_NAME: u16 = 20;
pub const LONGEST_ABOUT: u16 = 120;
pub const LONGEST_NOTICE: u16 = 120;
pub const LONGEST_REASON: u16 = 60;

/// What a club says of itself. Everybody reads it: no numbers of phones or identity cards.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClubText {
    #[schema(min_length = 1, max_length = 20, example = "临帖小组")]
    pub name: String,
    /// What it does.
    #[schema(min_length = 1, max_length = 120, example = "一起临帖，互相看看。新手也来。")]
    pub about: String,
    /// Whether whoever asks is in; otherwise the leader decides.
    #[serde(default)]
    pub opens: bool,
}

impl ClubText {
    pub fn checked(&self) -> Result<Text, Problems> {
        let mut problems = Problems::default();
        let text = self.read(&mut problems);
        problems.or_else_all(Some(text))
    }

    fn read(&self, problems: &mut Problems) -> Text {
        let name = needed(problems, "name", &self.name, LONGEST_NAME);
        let about = needed(problems, "about", &self.about, LONGEST_ABOUT);
        Text { name, about, opens: self.opens }
    }
}

/// A club to found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClub {
    pub text: ClubText,
    /// What you want to be called, if you never said; everybody reads the surname.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub called: Option<String>,
}

impl NewClub {
    pub fn checked(&self) -> Result<(Text, Option<Name>), Problems> {
        let mut problems = Problems::default();
        let text = self.text.read(&mut problems);
        let called = named(&mut problems, "called", self.called.as_deref());
        problems.or_else_all(Some((text, called)))
    }
}

/// A child of whoever asks. Its name is for the leader and the desk; nobody else reads it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildMember {
    #[schema(min_length = 1, max_length = 30, example = "豆豆")]
    pub name: String,
    pub band: Band,
}

/// Somebody who asks to be in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewMember {
    /// For a child of yours, about whom the leader decides; without it, for yourself.
    pub child: Option<ChildMember>,
    /// What you want to be called, if you never said; the leader reads it.
    #[schema(max_length = 30)]
    pub called: Option<String>,
}

impl NewMember {
    pub fn checked(&self, person: PersonId) -> Result<Coming, Problems> {
        let mut problems = Problems::default();
        let (entry, name) = match &self.child {
            Some(child) => {
                let name = named(&mut problems, "child", Some(&child.name));
                if name.is_none() {
                    problems.add("child", "people-name-empty");
                }
                (Entry::Child(child.band), name)
            }
            None => (Entry::Oneself, named(&mut problems, "called", self.called.as_deref())),
        };
        problems.or_else_all(Some(Coming { person, entry, name }))
    }
}

/// `None` when nothing was typed, or nothing that is a name, which is then a problem.
fn named(problems: &mut Problems, field: &'static str, typed: Option<&str>) -> Option<Name> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Name>().map_err(|p| problems.add(field, p.key())).ok()
}

/// One line that others read and that has to be there.
pub fn needed(problems: &mut Problems, field: &'static str, typed: &str, longest: u16) -> String {
    let line = crate::games::asked::line(problems, field, typed, longest);
    if line.is_empty() {
        problems.add(field, "clubs-form-empty");
    }
    line
}

/// A line of one field, or what is wrong with it.
pub fn one_line(field: &'static str, typed: &str, longest: u16) -> Result<String, Problems> {
    let mut problems = Problems::default();
    let line = needed(&mut problems, field, typed, longest);
    problems.or_else_all(Some(line))
}

/// What a repeated request has to ask again: of names only a keyed hash is kept.
pub fn keyed(house: &House, asked: &impl Serialize) -> Vec<u8> {
    let whole = serde_json::to_string(asked).unwrap_or_default();
    house.keys.lookup("club-once", &whole).to_vec()
}
