//! What a manager changes of a venue.
use serde::{Deserialize, Serialize};

use super::text::{MOST_IN_A_NAME, MOST_IN_A_NOTE, line, needed};
use crate::rules::{Key, Name, Venue};
use kernel::form::Problems;

/// A venue as it shall be. What is not in here (its kind, its tables) is fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VenueEdit {
    /// The version that was read: an edit of an older one is refused.
    pub version: i32,
    #[schema(min_length = 1, max_length = 30)]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 30)]
    pub name_en: String,
    /// The number of the owner.
    pub owner: i32,
    /// `opening_hours`; none = whenever the station is open.
    #[serde(default)]
    pub hours: Option<String>,
    #[serde(default)]
    #[schema(max_length = 200)]
    pub note_zh: String,
    #[serde(default)]
    #[schema(max_length = 200)]
    pub note_en: String,
    pub key: Key,
    /// Smaller stands higher.
    #[schema(minimum = 0, maximum = 999)]
    pub place_in_list: i32,
}

impl VenueEdit {
    pub fn of(venue: &Venue) -> VenueEdit {
        let Venue { name, note, .. } = venue.clone();
        VenueEdit {
            version: venue.version,
            name_zh: name.zh,
            name_en: name.en,
            owner: venue.owner,
            hours: venue.hours.clone(),
            note_zh: note.zh,
            note_en: note.en,
            key: venue.key,
            place_in_list: venue.place_in_list,
        }
    }

    /// `old` as it becomes. `owners` are those of the station.
    pub fn checked(&self, old: &Venue, owners: &[i32]) -> Result<Venue, Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        let what = (MOST_IN_A_NAME, "venues-desk-name-needed");
        let name = needed(p, ("name_zh", &self.name_zh), ("name_en", &self.name_en), what);
        let note = Name {
            zh: line(p, "note_zh", &self.note_zh, MOST_IN_A_NOTE),
            en: line(p, "note_en", &self.note_en, MOST_IN_A_NOTE),
        };
        let hours = self.hours.as_deref().map(str::trim).filter(|h| !h.is_empty());
        let hours = hours.and_then(|typed| stations::hours(p, typed)).map(|h| h.text().to_owned());
        if !owners.contains(&self.owner) {
            p.add("owner", "venues-desk-no-such-owner");
        }
        if !(0..=999).contains(&self.place_in_list) {
            p.add("place_in_list", "venues-desk-place-range");
        }
        let (version, owner, key, place_in_list) = (self.version, self.owner, self.key, self.place_in_list);
        problems.or_else_all(Some(Venue { version, name, owner, hours, note, key, place_in_list, ..old.clone() }))
    }
}
