//! What people type and tap to stand in line. The API's bodies are read the same way.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use people::{Name, Phone};
use serde::Deserialize;

use crate::acts::Wish;
use crate::public::forms::{ReservationForm, Wanted, instant};
use crate::rules::Offering;

/// Any start from `from` to `last`, on one day; without `last`, only the one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WaitForm {
    pub offering: String,
    pub from: String,
    pub last: String,
    pub minutes: String,
    pub group: String,
    pub once: String,
    /// Only at the desk.
    pub name: String,
    pub phone: String,
}

/// Well-formed; what is left open, the offering decides.
#[derive(Debug, Clone)]
pub struct Wished {
    wanted: Wanted,
    latest: Timestamp,
}

impl WaitForm {
    pub fn read(&self, zone: &TimeZone) -> Result<Wished, Problems> {
        let form = ReservationForm {
            offering: self.offering.clone(),
            from: self.from.clone(),
            minutes: self.minutes.clone(),
            group: self.group.clone(),
            ..ReservationForm::default()
        };
        let wanted = form.read(zone, false)?;
        let last = match self.last.trim() {
            "" => Some(wanted.from),
            typed => instant(typed, zone).filter(|at| *at >= wanted.from && same_day(wanted.from, *at, zone)),
        };
        let mut problems = Problems::default();
        if last.is_none() {
            problems.add("last", "waiting-form-last");
        }
        problems.or_else_all(last.map(|latest| Wished { wanted, latest }))
    }

    /// Whom a clerk writes down: a name or a phone.
    pub fn whom(&self) -> Result<(Option<String>, Option<Phone>), Problems> {
        let mut problems = Problems::default();
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
        let name = typed(&self.name).and_then(|t| t.parse::<Name>().map_err(|p| problems.add("name", p.key())).ok());
        let phone =
            typed(&self.phone).and_then(|t| t.parse::<Phone>().map_err(|p| problems.add("phone", p.key())).ok());
        if problems.none() && name.is_none() && phone.is_none() {
            problems.add("name", "venues-desk-name-or-phone");
        }
        problems.or_else_all(Some((name.map(|n| n.as_str().to_owned()), phone)))
    }
}

fn same_day(a: Timestamp, b: Timestamp, zone: &TimeZone) -> bool {
    let date = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
    date(a) == date(b)
}

impl Wished {
    pub fn offering(&self) -> &str {
        &self.wanted.offering
    }

    /// With what was left open filled in by the offering.
    pub fn of(&self, offering: &Offering) -> Wish {
        let policy = &offering.policy;
        Wish {
            offering: offering.slug.clone(),
            earliest: self.wanted.from,
            latest: self.latest,
            minutes: self.wanted.minutes.unwrap_or(policy.usual),
            group: self.wanted.group.unwrap_or(policy.smallest_group),
        }
    }
}
