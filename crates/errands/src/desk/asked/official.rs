//! An official as a manager writes them.
use kernel::form::Problems;
use people::{Phone, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_IN_A_NAME, line};
use crate::acts::Line;
use crate::answers::Official;
use crate::rules::{DeskId, Name, OfficialId};

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficialEdit {
    /// How it stood when it was read. Empty for a new one.
    #[serde(default)]
    pub seen: String,
    #[schema(min_length = 1, max_length = 30)]
    pub name: String,
    #[serde(default)]
    pub title: Name,
    /// With what they sign in: somebody of the staff of this station.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub staff: Option<StaffId>,
    #[serde(default)]
    pub desk: Option<DeskId>,
    /// OpenStreetMap `opening_hours`; empty = the station's.
    #[serde(default)]
    pub hours: String,
    /// They agreed that the village is named when they are in one.
    #[serde(default)]
    pub shows_village: bool,
    /// Whose text messages are theirs. Only a keyed hash is kept. Null = as it is, empty = nobody's.
    #[serde(default)]
    pub phone: Option<String>,
}

impl OfficialEdit {
    pub fn of(seen: String, o: &Official) -> OfficialEdit {
        OfficialEdit {
            seen,
            name: o.name.clone(),
            title: o.title.clone(),
            staff: o.staff,
            desk: o.desk,
            hours: o.hours.clone(),
            shows_village: o.shows_village,
            phone: None,
        }
    }

    pub fn checked(&self, id: OfficialId) -> Result<(Official, Line), Problems> {
        let mut problems = Problems::default();
        let name = line(&mut problems, "name", &self.name, MOST_IN_A_NAME);
        if name.is_empty() {
            problems.add("name", "people-name-empty");
        }
        let title = Name {
            zh: line(&mut problems, "title_zh", &self.title.zh, MOST_IN_A_NAME),
            en: line(&mut problems, "title_en", &self.title.en, 2 * MOST_IN_A_NAME),
        };
        let hours = self.hours.trim();
        let hours = if hours.is_empty() {
            String::new()
        } else {
            stations::hours(&mut problems, hours).map(|h| h.text().to_owned()).unwrap_or_default()
        };
        let phone = match self.phone.as_deref().map(str::trim) {
            None => Line::AsItIs,
            Some("") => Line::Nobody,
            Some(typed) => phone(&mut problems, typed),
        };
        let official =
            Official { id, name, title, staff: self.staff, desk: self.desk, hours, shows_village: self.shows_village };
        problems.or_else_all(Some((official, phone)))
    }
}

fn phone(problems: &mut Problems, typed: &str) -> Line {
    let read: Result<Phone, _> = typed.parse();
    match read {
        Ok(phone) if phone.is_mobile() => Line::Is(phone),
        Ok(_) => {
            problems.add("phone", "errands-desk-no-mobile");
            Line::AsItIs
        }
        Err(p) => {
            problems.add("phone", p.key());
            Line::AsItIs
        }
    }
}
