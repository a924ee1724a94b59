//! What staff type about a station, and how it becomes a draft. Every field keeps what was typed.
use almanac::hours::{Hours, HoursWhat};
use jiff::tz::TimeZone;
use kernel::form::Problems;
use people::Phone;
use serde::{Deserialize, Serialize};

use crate::station::{Draft, Owner, Station};

const LONGEST_NAME: usize = 40;
const LONGEST_ADDRESS: usize = 120;
/// The almanac refuses longer texts; the field does not let one type them.
pub const LONGEST_HOURS: u32 = 500;

/// A station as it stands in the form: exactly what was typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StationForm {
    pub name_zh: String,
    pub name_en: String,
    pub address: String,
    pub phone: String,
    /// 36.4203, 102.0291: degrees north, degrees east.
    pub at: String,
    pub zone: String,
    pub hours: String,
    pub once: String,
    /// Pressed to see the next openings instead of saving.
    pub show: Option<String>,
}

impl StationForm {
    pub fn of(station: &Station) -> StationForm {
        StationForm {
            name_zh: station.name_zh.clone(),
            name_en: station.name_en.clone(),
            address: station.address.clone(),
            phone: station.phone.clone().unwrap_or_default(),
            at: station.lat.zip(station.lon).map(|(lat, lon)| format!("{lat}, {lon}")).unwrap_or_default(),
            zone: station.zone.iana_name().unwrap_or_default().to_owned(),
            hours: station.hours.text().to_owned(),
            once: String::new(),
            show: None,
        }
    }

    pub fn read(&self) -> Result<Draft, Problems> {
        let mut problems = Problems::default();
        let name_zh = text(&mut problems, "name_zh", &self.name_zh, LONGEST_NAME, "stations-name-missing");
        let name_en = optional(&mut problems, "name_en", &self.name_en, LONGEST_NAME);
        let address = text(&mut problems, "address", &self.address, LONGEST_ADDRESS, "stations-address-missing");
        let phone = phone(&mut problems, &self.phone);
        let at = place(&mut problems, &self.at);
        let zone = problems.take("zone", TimeZone::get(self.zone.trim()), "stations-zone-unknown");
        let hours = hours(&mut problems, &self.hours).map(|hours| hours.text().to_owned());
        let draft = match (name_zh, name_en, address, phone, at, zone, hours) {
            (Some(name_zh), Some(name_en), Some(address), Some(phone), Some(at), Some(zone), Some(hours)) => {
                Some(Draft { name_zh, name_en, address, phone, at, zone, hours })
            }
            _ => None,
        };
        problems.or_else_all(draft)
    }
}

fn text(
    problems: &mut Problems,
    field: &'static str,
    typed: &str,
    most: usize,
    missing: &'static str,
) -> Option<String> {
    let kept = optional(problems, field, typed, most)?;
    if kept.is_empty() {
        problems.add(field, missing);
        return None;
    }
    Some(kept)
}

fn optional(problems: &mut Problems, field: &'static str, typed: &str, most: usize) -> Option<String> {
    let kept = typed.trim();
    if kept.chars().count() > most || kept.chars().any(char::is_control) {
        problems.add_with(field, "stations-text-too-long", vec![("n", most.to_string())]);
        return None;
    }
    Some(kept.to_owned())
}

/// A station's number is public, so it is kept as it was typed: people read the groups of digits.
fn phone(problems: &mut Problems, typed: &str) -> Option<Option<String>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    match typed.parse::<Phone>() {
        Ok(_) => Some(Some(typed.to_owned())),
        Err(problem) => {
            problems.add("phone", problem.key());
            None
        }
    }
}

/// Two numbers, north first: what maps show and let one copy.
fn place(problems: &mut Problems, typed: &str) -> Option<Option<(f64, f64)>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let numbers: Vec<Option<f64>> = typed.split([',', '\u{ff0c}']).map(|n| n.trim().parse().ok()).collect();
    match numbers[..] {
        [Some(lat), Some(lon)] if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) => {
            Some(Some((lat, lon)))
        }
        _ => {
            problems.add("at", "stations-place-wrong");
            None
        }
    }
}

/// Opening hours; the almanac says what is wrong with them and how to write it instead.
pub fn hours(problems: &mut Problems, typed: &str) -> Option<Hours> {
    match Hours::parse(typed) {
        Ok(hours) => Some(hours),
        Err(e) => {
            problems.add_with("hours", hours_problem(e.what), vec![("hint", e.hint)]);
            None
        }
    }
}

/// The key of the text that says what is wrong with opening hours. Each shows a hint that the almanac accepts.
pub fn hours_problem(what: HoursWhat) -> &'static str {
    match what {
        HoursWhat::Empty => "stations-hours-empty",
        HoursWhat::TooLong => "stations-hours-too-long",
        HoursWhat::NotAscii => "stations-hours-not-ascii",
        HoursWhat::Alternative => "stations-hours-alternative",
        HoursWhat::OpenEnd => "stations-hours-open-end",
        HoursWhat::BareComment => "stations-hours-bare-comment",
        HoursWhat::NoMinutes => "stations-hours-no-minutes",
        HoursWhat::DayList => "stations-hours-day-list",
        HoursWhat::Unknown => "stations-hours-unknown",
        HoursWhat::Sun => "stations-hours-sun",
        HoursWhat::SchoolHolidays => "stations-hours-school-holidays",
        HoursWhat::HolidayAndWeekday => "stations-hours-holiday-and-weekday",
        HoursWhat::Points => "stations-hours-points",
        HoursWhat::Dates => "stations-hours-dates",
        HoursWhat::NotUnderstood => "stations-hours-not-understood",
    }
}

/// An owner's names as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnerForm {
    pub name_zh: String,
    pub name_en: String,
    pub once: String,
}

impl OwnerForm {
    pub fn of(owner: &Owner) -> OwnerForm {
        OwnerForm { name_zh: owner.name_zh.clone(), name_en: owner.name_en.clone(), once: String::new() }
    }

    pub fn read(&self) -> Result<(String, String), Problems> {
        let mut problems = Problems::default();
        let name_zh = text(&mut problems, "name_zh", &self.name_zh, LONGEST_NAME, "stations-name-missing");
        let name_en = optional(&mut problems, "name_en", &self.name_en, LONGEST_NAME);
        problems.or_else_all(name_zh.zip(name_en))
    }
}
