//! `errands.toml`: lines, desks, officials, and what they declare.
use std::collections::BTreeSet;

use ::errands::answers::Desk;
use ::errands::lounge::MOST_SEATS;
use ::errands::rules::{Declared, DeskId, Line, LineId, Name, OfficialId, Presence, Source, declare};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, date};
use serde::Deserialize;
use toml::Spanned;

use super::{Why, nth};
use crate::township::wrong::{csv, line_at, toml};
use crate::township::{Files, Worker, Wrong};

#[derive(Debug, Clone, Default)]
pub struct Hall {
    pub lines: Vec<Line>,
    pub desks: Vec<Desk>,
    pub officials: Vec<Official>,
    pub said: Vec<Said>,
    pub lounge: Option<Lounge>,
}

/// Seats to wait in, and how many are taken when the file is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lounge {
    pub seats: i32,
    #[serde(default)]
    pub taken: i32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub id: OfficialId,
    pub name: String,
    pub title: Name,
    /// Of `staff.csv`.
    pub login: Option<String>,
    pub desk: Option<DeskId>,
    /// OpenStreetMap opening_hours; empty = the station's.
    pub hours: String,
    pub shows_village: bool,
}

/// What somebody declares on the day of loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub official: OfficialId,
    pub presence: Presence,
    pub at: Time,
    /// In so many days, at this time.
    pub back: Option<(i32, Time)>,
    pub place: String,
    pub village: Option<i64>,
    pub source: Source,
}

impl Said {
    /// The declaration as it is on `today`.
    pub fn on(&self, today: Date) -> Declared {
        Declared {
            presence: self.presence,
            place: self.place.clone(),
            village: self.village,
            from: today.to_datetime(self.at),
            back: self.back.map(|(days, time)| today.saturating_add(days.days()).to_datetime(time)),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    line: Vec<Spanned<LineText>>,
    #[serde(default)]
    desk: Vec<Spanned<DeskText>>,
    #[serde(default)]
    official: Vec<Spanned<OfficialText>>,
    #[serde(default)]
    presence: Vec<Spanned<PresenceText>>,
    lounge: Option<Spanned<Lounge>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineText {
    slug: String,
    letter: char,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    hours: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeskText {
    id: DeskId,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
    lines: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficialText {
    name: String,
    title: String,
    #[serde(default)]
    title_en: String,
    login: Option<String>,
    desk: Option<DeskId>,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    shows_village: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceText {
    official: String,
    state: Presence,
    at: String,
    back: Option<String>,
    #[serde(default)]
    back_days: i32,
    #[serde(default)]
    place: String,
    village: Option<i64>,
    source: Source,
}

#[derive(Deserialize)]
struct Village {
    code: i64,
}

const FILE: &str = "errands.toml";
/// Any day would do to judge a declaration by.
const SOME_DAY: Date = date(2026, 6, 24);

pub fn read(files: &Files, staff: &[Worker]) -> Result<Hall, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Hall::default()) };
    let read: Text = toml(FILE, text)?;
    let villages = match files.get("villages.csv") {
        Some(rows) => csv::<Village>("villages.csv", rows)?.into_iter().map(|(_, v)| v.code).collect(),
        None => vec![],
    };
    // What builds on a table with a mistake is not looked at, so that one mistake is named once.
    let lines = each((FILE, text), "line", read.line, line)?;
    let desks = each((FILE, text), "desk", read.desk, |_, one, so_far| desk(one, &lines, so_far))?;
    let officials =
        each((FILE, text), "official", read.official, |n, one, so_far| official(n, one, (&desks, staff), so_far))?;
    let said = each((FILE, text), "presence", read.presence, |_, one, _| declared(one, &officials, &villages))?;
    let lounge = each((FILE, text), "lounge", read.lounge.into_iter().collect(), |_, one, _| lounge(one))?.pop();
    Ok(Hall { lines, desks, officials, said, lounge })
}

/// Reads one table after the other; each sees those before it.
pub(super) fn each<T, R>(
    (file, text): (&str, &str),
    table: &str,
    all: Vec<Spanned<T>>,
    read: impl Fn(usize, T, &[R]) -> Result<R, Why>,
) -> Result<Vec<R>, Vec<Wrong>> {
    let (mut good, mut wrong) = (vec![], vec![]);
    for (n, one) in all.into_iter().enumerate() {
        let at = line_at(text, one.span().start);
        match read(n, one.into_inner(), &good) {
            Ok(one) => good.push(one),
            Err((field, why)) => wrong.push(Wrong::new(file, at, format!("{table} {field}"), why)),
        }
    }
    if wrong.is_empty() { Ok(good) } else { Err(wrong) }
}

fn line(n: usize, one: LineText, so_far: &[Line]) -> Result<Line, Why> {
    if one.slug.parse::<stations::Slug>().is_err() {
        return Err(("slug", "a slug is small letters, digits and single hyphens".to_owned()));
    }
    if !one.letter.is_ascii_uppercase() {
        return Err(("letter", format!("“{}” is no capital letter from A to Z", one.letter)));
    }
    if so_far.iter().any(|l| l.slug == one.slug || l.letter == one.letter) {
        return Err(("slug", format!("“{}” or its letter {} stands further up too", one.slug, one.letter)));
    }
    if !one.hours.is_empty() {
        one.hours.parse::<almanac::hours::Hours>().map_err(|e| ("hours", e.to_string()))?;
    }
    let name = Name { zh: one.name, en: one.name_en };
    Ok(Line { id: nth(n), slug: one.slug, letter: one.letter, name, hours: one.hours })
}

fn desk(one: DeskText, lines: &[Line], so_far: &[Desk]) -> Result<Desk, Why> {
    if !(1..=999).contains(&one.id) {
        return Err(("id", format!("{} is no number of a desk; 1 to 999 are possible", one.id)));
    }
    if so_far.iter().any(|d| d.id == one.id) {
        return Err(("id", format!("desk {} stands further up too", one.id)));
    }
    if one.lines.is_empty() {
        return Err(("lines", "a desk serves at least one line".to_owned()));
    }
    let served: Vec<LineId> = one
        .lines
        .iter()
        .map(|slug| line_number(lines, slug).map_err(|why| ("lines", why)))
        .collect::<Result<_, _>>()?;
    if served.iter().collect::<BTreeSet<_>>().len() != served.len() {
        return Err(("lines", "a line stands there twice".to_owned()));
    }
    Ok(Desk { id: one.id, note: Name { zh: one.note, en: one.note_en }, lines: served })
}

fn lounge(one: Lounge) -> Result<Lounge, Why> {
    if !(1..=MOST_SEATS).contains(&one.seats) {
        return Err(("seats", format!("{} is no number of seats; 1 to {MOST_SEATS} are possible", one.seats)));
    }
    if !(0..=one.seats).contains(&one.taken) {
        return Err(("taken", format!("{} of {} seats cannot be taken", one.taken, one.seats)));
    }
    Ok(one)
}

/// The number of the line called `slug`, or what is wrong with it.
pub(super) fn line_number(lines: &[Line], slug: &str) -> Result<LineId, String> {
    lines.iter().find(|l| l.slug == slug).map(|l| l.id).ok_or_else(|| {
        let known: Vec<&str> = lines.iter().map(|l| l.slug.as_str()).collect();
        format!("{FILE} has no line “{slug}”; it has {}", known.join(", "))
    })
}

/// The number of the official called `name`, or what is wrong with it.
pub(super) fn official_number(officials: &[Official], name: &str) -> Result<OfficialId, String> {
    let found = officials.iter().find(|o| o.name == name).map(|o| o.id);
    found.ok_or_else(|| format!("{FILE} has no official “{name}”"))
}

fn official(
    n: usize,
    one: OfficialText,
    (desks, staff): (&[Desk], &[Worker]),
    so_far: &[Official],
) -> Result<Official, Why> {
    if one.name.trim().is_empty() || so_far.iter().any(|o| o.name == one.name) {
        return Err(("name", format!("“{}” is empty or stands further up too", one.name)));
    }
    if let Some(desk) = one.desk.filter(|desk| !desks.iter().any(|d| d.id == *desk)) {
        return Err(("desk", format!("there is no desk {desk}")));
    }
    if let Some(login) = &one.login {
        if !staff.iter().any(|w| w.login == *login) {
            return Err(("login", format!("staff.csv has no login “{login}”")));
        }
        if so_far.iter().any(|o| o.login.as_ref() == Some(login)) {
            return Err(("login", format!("“{login}” is another official's too")));
        }
    }
    if !one.hours.is_empty() {
        one.hours.parse::<almanac::hours::Hours>().map_err(|e| ("hours", e.to_string()))?;
    }
    let OfficialText { name, title, title_en, login, desk, hours, shows_village } = one;
    Ok(Official { id: nth(n), name, title: Name { zh: title, en: title_en }, login, desk, hours, shows_village })
}

fn declared(one: PresenceText, officials: &[Official], villages: &[i64]) -> Result<Said, Why> {
    let official = official_number(officials, &one.official).map_err(|why| ("official", why))?;
    let at = time("at", &one.at)?;
    let back = one.back.as_deref().map(|text| time("back", text)).transpose()?.map(|back| (one.back_days, back));
    if let Some(code) = one.village.filter(|code| !villages.contains(code)) {
        return Err(("village", format!("villages.csv has no village {code}")));
    }
    let said =
        Said { official, presence: one.state, at, back, place: one.place, village: one.village, source: one.source };
    let judged = declare(SOME_DAY.to_datetime(at), said.on(SOME_DAY));
    judged.map_err(|why| ("state", format!("it cannot be declared so: {why:?}")))?;
    Ok(said)
}

/// A clock time of a file.
pub(super) fn time(field: &'static str, text: &str) -> Result<Time, Why> {
    text.parse().map_err(|_| (field, format!("“{text}” is no time; write 09:30")))
}
