//! `notices.toml`: what the station has told, and how people felt about it.
use std::collections::BTreeMap;
use std::sync::Arc;

use bulletin::acts::{Founded, found};
use bulletin::asked::{NewNotice, alt};
use bulletin::moods::{self, rules::Mood};
use bulletin::rules::{Draft, MOST_PHOTOS, usual};
use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Time;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::photo::{self, Photo};
use kernel::words::{Lang, Words};
use people::StaffId;
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::people::Worker;
use super::wrong::{line_at, toml};
use super::{Files, Wrong};

/// One notice, well-formed.
#[derive(Debug, Clone)]
pub struct Told {
    /// So many days before the files are loaded; without it, it waits for a second look.
    published: Option<(i32, Time)>,
    draft: Draft,
    photos: Vec<(Photo, String)>,
    /// Logins of who wrote it and who looked.
    writer: String,
    by: Option<String>,
    moods: Vec<(Mood, u32)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    notice: Vec<Spanned<One>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    days_ago: Option<i32>,
    at: Option<Time>,
    section: String,
    title: String,
    text: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    text_en: String,
    #[serde(default)]
    source: String,
    writer: String,
    by: Option<String>,
    #[serde(default)]
    photos: Vec<PhotoText>,
    #[serde(default)]
    moods: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhotoText {
    file: String,
    alt: String,
}

const FILE: &str = "notices.toml";

pub fn read(files: &Files, staff: &[Worker]) -> Result<Vec<Told>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let words = Words::new(&bulletin::texts()).map_err(|fault| vec![Wrong::new(FILE, 1, "", fault.to_string())])?;
    let (mut all, mut wrong) = (vec![], vec![]);
    for one in read.notice {
        let line = line_at(text, one.span().start);
        match told(one.into_inner(), files, staff, &words) {
            Ok(told) => all.push(told),
            Err((field, why)) => wrong.push(Wrong::new(FILE, line, format!("notice {field}"), why)),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

/// The first that is wrong with a text, as the desk's form says it, at the name that the file has for it.
fn first(problems: &Problems, words: &Words) -> (&'static str, String) {
    let (field, why) = problems.said(words, Lang::En).next().unwrap_or_default();
    let named = match field {
        "body" => "text",
        "body_en" => "text_en",
        named => named,
    };
    (named, why)
}

fn told(one: One, files: &Files, staff: &[Worker], words: &Words) -> Result<Told, (&'static str, String)> {
    for login in std::iter::once(&one.writer).chain(&one.by) {
        if !staff.iter().any(|worker| worker.login == *login) {
            return Err(("writer", format!("staff.csv has no login “{login}”")));
        }
    }
    if one.by.as_ref() == Some(&one.writer) {
        return Err(("by", "the second look is somebody else's".to_owned()));
    }
    let published = match (one.days_ago, one.at, &one.by) {
        (Some(days), Some(at), Some(_)) => Some((days, at)),
        (None, None, None) => None,
        _ => return Err(("days_ago", "write days_ago, at and by, or none of them".to_owned())),
    };
    if one.photos.len() > MOST_PHOTOS {
        return Err(("photos", format!("{MOST_PHOTOS} photos at most")));
    }
    let mut problems = Problems::default();
    let mut photo = |p: &PhotoText| {
        let file = files.photo(&p.file).ok_or_else(|| format!("the folder photos has no {}", p.file))?;
        let alt = alt(&mut problems, "photos", &p.alt);
        Ok::<_, String>((photo::read(file).map_err(|why| format!("{}: {why}", p.file))?, alt))
    };
    let photos = one.photos.iter().map(&mut photo).collect::<Result<_, _>>().map_err(|why| ("photos", why))?;
    let mood = |(name, n): (&String, &u32)| Some((Mood::named(name)?, *n));
    let moods = one.moods.iter().map(mood).collect::<Option<_>>();
    let moods = moods.ok_or(("moods", "the moods are happy, sad, like and passing".to_owned()))?;
    problems.or_else_all(Some(())).map_err(|problems| first(&problems, words))?;
    let (section, title, body) = (one.section, one.title, one.text);
    let new =
        NewNotice { section, title, body, title_en: one.title_en, body_en: one.text_en, source: one.source, ask: true };
    let draft = new.checked(&usual()).map_err(|problems| first(&problems, words))?;
    Ok(Told { published, draft, photos, writer: one.writer, by: one.by, moods })
}

/// Keeps them, as if each had been published when the file says; what the day has not come to yet was published now.
pub async fn live(house: &House, station: &Arc<Station>, all: &[Told], now: Timestamp) -> Result<(), Fault> {
    let (h, at) = (house.clone(), station.clone());
    let mut all = all.to_vec();
    // As they came.
    all.sort_by_key(|told| when(&at, told, now));
    house.db.write(move |c| all.iter().try_for_each(|told| keep(c, &h, &at, told, now))).await
}

fn when(station: &Station, told: &Told, now: Timestamp) -> Timestamp {
    let Some((days, at)) = told.published else { return now };
    let today = stations::wall(now, &station.zone).date();
    let wall = today.saturating_sub(days.days()).to_datetime(at);
    errands::answers::instant(station, wall).map_or(now, |at| at.min(now))
}

fn keep(c: &mut Conn, house: &House, station: &Station, told: &Told, now: Timestamp) -> Result<(), Fault> {
    let at = when(station, told, now);
    let looked = told.by.as_ref().map(|login| who(c, login)).transpose()?;
    let one = Founded { draft: told.draft.clone(), photos: told.photos.clone(), editor: who(c, &told.writer)?, looked };
    let id = found(c, house, station, &one, at)?;
    if looked.is_some() {
        moods::founded(c, house, station, (id, &told.moods), at)?;
    }
    Ok(())
}

fn who(c: &mut Conn, login: &str) -> Result<StaffId, Fault> {
    people::staff_by_login(c, login)?.ok_or_else(|| Fault::broken(format!("staff.csv has no login “{login}”")))
}
