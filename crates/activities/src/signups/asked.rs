//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use kernel::form::Problems;
use people::{Band, ChildId, Name, PersonId, Phone, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{Guest, NewSignup as New};
use super::rules::MOST_SEATS;
use crate::OccurrenceId;

/// "I come", or a child does.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSignup {
    /// One of the remembered children of whoever is signed in.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub child: Option<ChildId>,
    /// A child of this age, of whom nothing else is told.
    #[serde(default)]
    #[schema(example = "7-9")]
    pub child_age: Option<Band>,
    /// How many come together.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 8, default = 1)]
    pub seats: Option<i16>,
    /// Of whoever is not signed in: a code goes to it, and the place is kept until it comes back.
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// What the code of a household card says, in place of a phone: the address on it, or the letters below.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub card: Option<String>,
}

impl NewSignup {
    /// `household` is whose card it is.
    pub fn checked(
        &self,
        occurrence: OccurrenceId,
        person: Option<PersonId>,
        household: Option<PersonId>,
    ) -> Result<New, Problems> {
        let mut problems = Problems::default();
        if self.card().is_some() && household.is_none() {
            problems.add("card", "signup-desk-no-card");
        }
        let guest = match household.or(person) {
            Some(person) => Some(Guest::Person(person)),
            None if self.card().is_some() => None,
            None => {
                let read: Result<Phone, _> = self.phone.as_deref().unwrap_or_default().trim().parse();
                read.map_err(|p: people::PhoneProblem| problems.add("phone", p.key())).ok().map(Guest::Stranger)
            }
        };
        let seats = seats(&mut problems, self.seats);
        let (child, band) = (self.child, self.child_age);
        problems.or_else_all(guest.map(|guest| New { occurrence, guest, child, band, seats }))
    }

    pub fn card(&self) -> Option<&str> {
        typed(self.card.as_deref())
    }
}

/// Somebody for whom a clerk types: a name is enough.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSignupAtDesk {
    #[serde(default)]
    #[schema(max_length = 30, example = "马大爷")]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// What a scanner read from a household card.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub card: Option<String>,
    /// One of the remembered children of the household whose card it is.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub child: Option<ChildId>,
    #[serde(default)]
    #[schema(example = "7-9")]
    pub child_age: Option<Band>,
    #[serde(default)]
    #[schema(minimum = 1, maximum = 8, default = 1)]
    pub seats: Option<i16>,
}

fn typed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}

impl NewSignupAtDesk {
    /// `household` is whose card was scanned.
    pub fn checked(
        &self,
        occurrence: OccurrenceId,
        staff: StaffId,
        household: Option<PersonId>,
    ) -> Result<New, Problems> {
        let mut problems = Problems::default();
        let name = typed(self.name.as_deref()).and_then(|text| {
            let read: Result<Name, people::NameProblem> = text.parse();
            read.map_err(|p| problems.add("name", p.key())).ok()
        });
        let phone = typed(self.phone.as_deref()).and_then(|text| {
            let read: Result<Phone, people::PhoneProblem> = text.parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        if typed(self.card.as_deref()).is_some() && household.is_none() {
            problems.add("card", "signup-desk-no-card");
        }
        if household.is_none() && name.is_none() && phone.is_none() && problems.none() {
            problems.add("name", "people-name-empty");
        }
        let guest = match household {
            Some(person) => Guest::Card { staff, person },
            None => Guest::Desk { staff, name, phone },
        };
        let seats = seats(&mut problems, self.seats);
        problems.or_else_all(Some(New { occurrence, guest, child: self.child, band: self.child_age, seats }))
    }

    pub fn card(&self) -> Option<&str> {
        typed(self.card.as_deref())
    }
}

fn seats(problems: &mut Problems, asked: Option<i16>) -> i16 {
    let seats = asked.unwrap_or(1);
    if !(1..=MOST_SEATS).contains(&seats) {
        problems.add_with("seats", "signup-no-so-many-seats", vec![("most", MOST_SEATS.to_string())]);
    }
    seats
}
