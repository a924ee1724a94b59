//! What a venue is called, when it is open, how one gets in.
use serde::{Deserialize, Serialize};

use super::read;
use crate::desk::asked::VenueEdit;
use crate::rules::{Key, Venue};
use kernel::form::Problems;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct VenueForm {
    pub version: String,
    pub name_zh: String,
    pub name_en: String,
    pub owner: String,
    pub hours: String,
    pub note_zh: String,
    pub note_en: String,
    /// `open`, `clerk` or `code`.
    pub key: String,
    pub place_in_list: String,
    /// Sent by the button that only shows what the hours mean.
    pub show: String,
}

impl VenueForm {
    pub fn of(venue: &Venue) -> VenueForm {
        let edit = VenueEdit::of(venue);
        VenueForm {
            version: edit.version.to_string(),
            name_zh: edit.name_zh,
            name_en: edit.name_en,
            owner: edit.owner.to_string(),
            hours: edit.hours.unwrap_or_default(),
            note_zh: edit.note_zh,
            note_en: edit.note_en,
            key: key_word(edit.key).to_owned(),
            place_in_list: edit.place_in_list.to_string(),
            show: String::new(),
        }
    }

    pub fn read(&self, old: &Venue, owners: &[i32]) -> Result<Venue, Problems> {
        let mut problems = Problems::default();
        let version = read::number(&mut problems, "version", &self.version);
        let owner = read::number(&mut problems, "owner", &self.owner);
        let place = read::number(&mut problems, "place_in_list", &self.place_in_list);
        let (version, (owner, place_in_list)) = problems.or_else_all(version.zip(owner.zip(place)))?;
        VenueEdit {
            version,
            name_zh: self.name_zh.clone(),
            name_en: self.name_en.clone(),
            owner,
            hours: Some(self.hours.clone()),
            note_zh: self.note_zh.clone(),
            note_en: self.note_en.clone(),
            key: KEYS.into_iter().find(|k| key_word(*k) == self.key).unwrap_or(old.key),
            place_in_list,
        }
        .checked(old, owners)
    }
}

pub const KEYS: [Key; 3] = [Key::Open, Key::Clerk, Key::Code];

/// As the API writes it.
pub fn key_word(key: Key) -> &'static str {
    match key {
        Key::Open => "open",
        Key::Clerk => "clerk",
        Key::Code => "code",
    }
}
