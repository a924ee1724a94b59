//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Done in one place.
use jiff::Timestamp;
use jiff::civil::DateTime;
use kernel::form::Problems;
use people::{Phone, StaffId};
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::acts::Holder;
use crate::answers;
use crate::booked::acts::Wish;
use crate::booked::rules::No;
use crate::public::reads::Hall;
use crate::rules::{Matter, MatterId, OfficialId, Priority, Refusal};

/// One visit is not for more.
const MOST_MATTERS: usize = 9;

/// A time to book.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// What for: slugs of matters. All are done in one visit, in the line of the first.
    #[schema(min_items = 1, max_items = 9, example = json!(["old-age-allowance"]))]
    pub matters: Vec<String>,
    /// When it begins, as the calendar of free times says. Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-25T09:30:00+08:00")]
    pub from: String,
    /// By this official and nobody else.
    #[serde(default)]
    pub official: Option<OfficialId>,
    /// For reminders about this appointment only.
    #[serde(default)]
    #[schema(max_length = 30, example = "13800000000")]
    pub phone: Option<String>,
}

/// The same by a clerk for somebody.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeskAppointment {
    #[schema(min_items = 1, max_items = 9)]
    pub matters: Vec<MatterId>,
    #[schema(format = DateTime, max_length = 40, example = "2026-06-25T09:30:00+08:00")]
    pub from: String,
    #[serde(default)]
    pub official: Option<OfficialId>,
    #[serde(default)]
    pub priority: Priority,
    #[serde(default)]
    #[schema(max_length = 30, example = "罗大爷")]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 30, example = "13800000000")]
    pub phone: Option<String>,
}

/// An instant, or a wall time of the station.
pub fn instant(station: &Station, typed: &str) -> Result<Timestamp, Problems> {
    let absolute = typed.trim().parse::<Timestamp>().ok();
    let local = || answers::instant(station, typed.trim().parse::<DateTime>().ok()?).ok();
    absolute.or_else(local).ok_or_else(|| {
        let mut problems = Problems::default();
        problems.add("from", if typed.trim().is_empty() { "booked-form-from" } else { "booked-form-read" });
        problems
    })
}

/// Whoever is asked for by name does it, or does it in their stead.
///
/// # Errors
/// [`Refusal::NoMatter`], which is what is not done there.
pub fn done_by(matter: Option<&Matter>, official: Option<OfficialId>) -> Result<(), Refusal> {
    let does = matter.is_some_and(|m| official == m.draft.official || official == m.draft.stand_in);
    if official.is_none() || does { Ok(()) } else { Err(Refusal::NoMatter) }
}

fn phone(typed: Option<&str>) -> Result<Option<Phone>, Problems> {
    let Some(typed) = typed.map(str::trim).filter(|t| !t.is_empty()) else { return Ok(None) };
    let mut problems = Problems::default();
    let read: Result<Phone, _> = typed.parse();
    let read = read.map_err(|p| problems.add("phone", p.key())).ok();
    problems.or_else_all(read.map(Some))
}

impl NewAppointment {
    /// # Errors
    /// A time or a number that cannot be read.
    pub fn read(&self, station: &Station) -> Result<(Timestamp, Option<Phone>), Problems> {
        Ok((instant(station, &self.from)?, phone(self.phone.as_deref())?))
    }

    /// # Errors
    /// [`Refusal::NoMatter`] for what is not done here, or not by that official.
    pub fn wish(&self, hall: &Hall, from: Timestamp) -> Result<Wish, No> {
        let named = |slug: &String| hall.matter(slug.trim()).ok_or(Refusal::NoMatter);
        let all = self.matters.iter().take(MOST_MATTERS).map(named).collect::<Result<Vec<_>, _>>()?;
        if all.is_empty() {
            return Err(Refusal::NoMatter.into());
        }
        done_by(all.first().copied(), self.official)?;
        let matters = all.iter().map(|m| m.id).collect();
        Ok(Wish { matters, from, official: self.official, priority: Priority::None })
    }
}

impl NewDeskAppointment {
    /// # Errors
    /// What cannot be read.
    pub fn checked(&self, station: &Station, staff: StaffId) -> Result<(Wish, Holder), Problems> {
        let mut problems = Problems::default();
        if self.matters.is_empty() || self.matters.len() > MOST_MATTERS {
            problems.add("matters", "errands-desk-choose-what");
        }
        let name = self.name.as_deref().map(str::trim).filter(|t| !t.is_empty()).and_then(|typed| {
            let read: Result<people::Name, _> = typed.parse();
            read.map_err(|p| problems.add("name", p.key())).ok()
        });
        let phone = match phone(self.phone.as_deref()) {
            Ok(phone) => phone,
            Err(_) if !problems.none() => None,
            Err(wrong) => return Err(wrong),
        };
        let name = name.map(|n| n.as_str().to_owned());
        problems.or_else_all(Some(()))?;
        let from = instant(station, &self.from)?;
        let wish = Wish { matters: self.matters.clone(), from, official: self.official, priority: self.priority };
        Ok((wish, Holder::Desk { staff, name, phone }))
    }
}
