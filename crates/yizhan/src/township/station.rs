//! `station.toml`: the station and its owners.
use jiff::tz::TimeZone;
use serde::Deserialize;
use stations::{Draft, Slug};
use toml::Spanned;

use super::wrong::{line_at, toml};
use super::{Files, Wrong};

/// The station, ready to be made.
#[derive(Debug, Clone)]
pub struct TheStation {
    pub slug: Slug,
    pub division: i64,
    pub draft: Draft,
    /// In the order of their numbers, from 1.
    pub owners: Vec<Owner>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    pub name: String,
    #[serde(default)]
    pub name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    slug: Spanned<String>,
    division: i64,
    name: String,
    #[serde(default)]
    name_en: String,
    address: String,
    phone: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    zone: Spanned<String>,
    hours: Spanned<String>,
    #[serde(default)]
    owner: Vec<Owner>,
}

const FILE: &str = "station.toml";

pub fn read(files: &Files) -> Result<TheStation, Vec<Wrong>> {
    let text = files.must(FILE).map_err(|w| vec![w])?;
    let read: Text = toml(FILE, text)?;
    let mut wrong = vec![];
    let at = |s: &Spanned<String>| line_at(text, s.span().start);
    let slug = read.slug.get_ref().parse::<Slug>();
    let slug = slug.map_err(|e| wrong.push(Wrong::new(FILE, at(&read.slug), "slug", e.to_string()))).ok();
    let zone = TimeZone::get(read.zone.get_ref());
    let zone = zone.map_err(|e| wrong.push(Wrong::new(FILE, at(&read.zone), "zone", e.to_string()))).ok();
    if let Err(e) = read.hours.get_ref().parse::<almanac::hours::Hours>() {
        wrong.push(Wrong::new(FILE, at(&read.hours), "hours", e.to_string()));
    }
    if read.owner.is_empty() {
        wrong.push(Wrong::new(FILE, 1, "owner", "a station has at least one owner: add [[owner]] with a name"));
    }
    let (Some(slug), Some(zone), true) = (slug, zone, wrong.is_empty()) else { return Err(wrong) };
    let draft = Draft {
        name_zh: read.name,
        name_en: read.name_en,
        address: read.address,
        phone: read.phone,
        at: read.lat.zip(read.lon),
        zone,
        hours: read.hours.into_inner(),
    };
    Ok(TheStation { slug, division: read.division, draft, owners: read.owner })
}

/// The number of the owner called `name`, or what is wrong with it.
pub(super) fn owner_number(owners: &[Owner], name: &str) -> Result<i32, String> {
    let place = owners.iter().position(|o| o.name == name).and_then(|n| i32::try_from(n + 1).ok());
    place.ok_or_else(|| {
        let known: Vec<&str> = owners.iter().map(|o| o.name.as_str()).collect();
        format!("station.toml has no owner “{name}”; it has {}", known.join(", "))
    })
}
