//! A room for somebody who is here, or who has called.
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::acts::Booker;
use crate::rules::{self, Ask};
use kernel::form::Problems;
use people::{CardId, Name, PersonId, Phone, StaffId};

/// Somebody at the door: in at once. Nothing needs to be known of them.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWalkIn {
    /// The slug of the offering.
    #[schema(example = "table-tennis")]
    pub offering: String,
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    pub minutes: i32,
    /// How many people; 1 if not said.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 1000)]
    pub group: i32,
    #[serde(default)]
    pub name: Option<String>,
}

/// A reservation for somebody else. A name is enough, a phone number is enough.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBooking {
    /// The slug of the offering.
    #[schema(example = "table-tennis")]
    pub offering: String,
    #[schema(value_type = String, format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: Timestamp,
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    pub minutes: i32,
    /// How many people; 1 if not said.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 1000)]
    pub group: i32,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub phone: Option<String>,
    /// The card of a household that was scanned (`POST /stations/{slug}/card-scans`), in place of name and phone.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub card: Option<CardId>,
}

fn one() -> i32 {
    1
}

/// What both become: ready for the act.
#[derive(Debug, Clone)]
pub struct Taking {
    pub offering: String,
    pub ask: Ask,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub card: Option<CardId>,
    /// Whose card it is, once that has been looked up.
    pub household: Option<PersonId>,
}

impl Taking {
    pub fn by(&self, staff: StaffId) -> Booker {
        if let Some(person) = self.household {
            return Booker::Card { staff, person };
        }
        Booker::Desk { staff, name: self.name.clone(), phone: self.phone.clone() }
    }
}

/// Staff book and move at most this far from now; beyond, a year was mistyped.
const SENSIBLE: SignedDuration = SignedDuration::from_hours(24 * 366 * 2);

impl NewWalkIn {
    pub fn checked(&self, now: Timestamp) -> Result<Taking, Problems> {
        let mut problems = Problems::default();
        let name = name(&mut problems, self.name.as_deref());
        let ask = Ask { from: rules::earliest_now(now), minutes: self.minutes, group: self.group, said: None };
        let taking = Taking { offering: self.offering.clone(), ask, name, phone: None, card: None, household: None };
        problems.or_else_all(Some(taking))
    }
}

impl NewBooking {
    pub fn checked(&self, now: Timestamp) -> Result<Taking, Problems> {
        let mut problems = Problems::default();
        let name = name(&mut problems, self.name.as_deref());
        let phone = phone(&mut problems, self.phone.as_deref());
        if problems.none() && name.is_none() && phone.is_none() && self.card.is_none() {
            problems.add("name", "venues-desk-name-or-phone");
        }
        if (self.from - now).abs() > SENSIBLE {
            problems.add("from", "venues-desk-from-far");
        }
        let ask = Ask { from: self.from, minutes: self.minutes, group: self.group, said: None };
        let taking = Taking { offering: self.offering.clone(), ask, name, phone, card: self.card, household: None };
        problems.or_else_all(Some(taking))
    }
}

/// `None` when nothing was typed, or nothing that is a name, which is then a problem.
pub(super) fn name(problems: &mut Problems, typed: Option<&str>) -> Option<String> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Name>().map_err(|p| problems.add("name", p.key())).ok().map(|n| n.as_str().to_owned())
}

pub(super) fn phone(problems: &mut Problems, typed: Option<&str>) -> Option<Phone> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Phone>().map_err(|p| problems.add("phone", p.key())).ok()
}
