//! Letting in whoever stands at the door, and booking for somebody.
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::read;
use crate::desk::asked::{NewBooking, NewWalkIn, Taking};
use crate::rules::{Offering, Slot};
use kernel::form::Problems;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WalkInForm {
    pub once: String,
    pub offering: String,
    pub minutes: String,
    pub group: String,
    pub name: String,
}

impl WalkInForm {
    pub fn read(&self, now: Timestamp) -> Result<Taking, Problems> {
        let mut problems = Problems::default();
        if self.offering.is_empty() {
            problems.add("offering", "venues-desk-choose-where");
        }
        let minutes = read::number(&mut problems, "minutes", &self.minutes);
        let group = read::number(&mut problems, "group", &self.group);
        let both = problems.or_else_all(minutes.zip(group))?;
        let (offering, name) = (self.offering.clone(), Some(self.name.clone()));
        NewWalkIn { offering, minutes: both.0, group: both.1, name }.checked(now)
    }
}

/// A reservation for somebody. `pick` is a start that was offered after a refusal, `at` a clock time typed by hand on the
/// day `on`, `from` one of the starts on the page: the first of these that is there counts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BookForm {
    pub once: String,
    pub offering: String,
    pub on: String,
    pub from: String,
    pub at: String,
    pub pick: String,
    pub minutes: String,
    pub group: String,
    pub name: String,
    pub phone: String,
    /// The id of a card that was scanned.
    pub card: String,
}

impl BookForm {
    pub fn read(&self, zone: &TimeZone, now: Timestamp) -> Result<Taking, Problems> {
        let mut problems = Problems::default();
        let from = self.start(&mut problems, zone);
        let minutes = read::number(&mut problems, "minutes", &self.minutes);
        let group = read::number(&mut problems, "group", &self.group);
        let all = from.zip(minutes.zip(group));
        let (from, (minutes, group)) = problems.or_else_all(all)?;
        let offering = self.offering.clone();
        let (name, phone) = (Some(self.name.clone()), Some(self.phone.clone()));
        let card = self.card.parse().ok();
        NewBooking { offering, from, minutes, group, name, phone, card }.checked(now)
    }

    /// What a page begins with: an hour for one person, from the time that a link brought if that is one of `starts`.
    pub fn proposed(offering: &Offering, on: Date, at: &str, starts: &[Slot], zone: &TimeZone) -> BookForm {
        let clock = |s: &Slot| s.span.from.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string();
        let start = starts.iter().find(|s| clock(s) == at.trim());
        BookForm {
            offering: offering.slug.clone(),
            on: on.to_string(),
            from: start.map_or_else(String::new, |s| s.span.from.to_string()),
            at: if start.is_some() { String::new() } else { at.trim().to_owned() },
            minutes: offering.policy.usual.to_string(),
            group: offering.policy.smallest_group.to_string(),
            ..BookForm::default()
        }
    }

    fn start(&self, problems: &mut Problems, zone: &TimeZone) -> Option<Timestamp> {
        let offered = [&self.pick, &self.from].map(|text| text.parse().ok());
        match (offered, self.at.trim()) {
            ([Some(pick), _], _) => Some(pick),
            ([None, Some(from)], "") => Some(from),
            ([None, None], "") => {
                problems.add("at", "venues-desk-choose-when");
                None
            }
            _ => {
                let (on, at) = (read::date(problems, "on", &self.on), read::time(problems, "at", &self.at));
                read::instant(on?, at?, zone)
            }
        }
    }
}
