//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::Wish;
use super::rules::{Band, Entry, Level, Weekly, last_day};
use crate::public::forms::{instant, near_enough};
use kernel::form::Problems;
use kernel::house::House;
use people::Name;

/// A child of whoever asks. What it is called is shown by its first character only.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChild {
    #[schema(min_length = 1, max_length = 30, example = "小马")]
    pub name: String,
    pub band: Band,
    /// Whether the guardian plays along; under 13 it must.
    #[serde(default)]
    pub along: bool,
}

/// A place in a game.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = NewPlayer)]
pub struct NewPlace {
    /// For a child of yours; without it, for yourself.
    pub child: Option<NewChild>,
    /// What you want to be called, if you never said; only the surname is shown.
    #[schema(max_length = 30)]
    pub name: Option<String>,
}

/// An open game to post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGame {
    /// The slug of the offering.
    #[schema(example = "chess")]
    pub offering: String,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: String,
    /// Without it, the usual length.
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    #[serde(default)]
    pub minutes: Option<i32>,
    /// How many others.
    #[schema(minimum = 1, maximum = 999, example = 1)]
    pub more: i32,
    #[serde(default)]
    pub level: Option<Level>,
    /// A word to those who might come. Everybody reads it: no numbers of phones or identity cards.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub note: String,
    #[serde(default)]
    pub child: Option<NewChild>,
    /// What you want to be called, if you never said; only the surname is shown.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub name: Option<String>,
}

/// The longest note, in characters.
pub const LONGEST_NOTE: u16 = 60;

impl NewPlace {
    pub fn checked(&self) -> Result<(Entry, Option<String>), Problems> {
        let mut problems = Problems::default();
        let who = who(&mut problems, self.child.as_ref(), self.name.as_deref());
        problems.or_else_all(Some(who))
    }
}

impl NewGame {
    pub fn checked(&self, zone: &TimeZone) -> Result<(Wish, Entry, Option<String>), Problems> {
        let mut problems = Problems::default();
        let from = instant(&self.from, zone).map(near_enough);
        if from.is_none() {
            problems.add("from", "venues-form-from");
        }
        let note = line(&mut problems, "note", &self.note, LONGEST_NOTE);
        let (entry, name) = who(&mut problems, self.child.as_ref(), self.name.as_deref());
        let wish = from.map(|from| Wish {
            offering: self.offering.trim().to_owned(),
            from,
            minutes: self.minutes,
            more: self.more,
            level: self.level,
            note,
        });
        problems.or_else_all(wish.map(|wish| (wish, entry, name)))
    }
}

fn who(problems: &mut Problems, child: Option<&NewChild>, name: Option<&str>) -> (Entry, Option<String>) {
    match child {
        Some(child) => {
            let name = named(problems, "child", Some(&child.name));
            if name.is_none() {
                problems.add("child", "people-name-empty");
            }
            (Entry::Child { band: child.band, along: child.along }, name)
        }
        None => (Entry::Oneself, named(problems, "name", name)),
    }
}

/// `None` when nothing was typed, or nothing that is a name, which is then a problem.
pub fn named(problems: &mut Problems, field: &'static str, typed: Option<&str>) -> Option<String> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Name>().map_err(|p| problems.add(field, p.key())).ok().map(|n| n.as_str().to_owned())
}

/// One line that everybody may read.
pub fn line(problems: &mut Problems, field: &'static str, typed: &str, longest: u16) -> String {
    people::plain_line(typed, longest.into()).unwrap_or_else(|_| {
        problems.add_with(field, "games-form-line", vec![("most", longest.to_string())]);
        String::new()
    })
}

/// What a repeated request has to ask again: of names only a keyed hash is kept.
pub fn keyed(house: &House, asked: &impl serde::Serialize) -> Vec<u8> {
    let whole = serde_json::to_string(asked).unwrap_or_default();
    house.keys.lookup("game-once", &whole).to_vec()
}

/// A weekly time in which one can play.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSpareTime {
    /// The slug of an offering; its activity counts.
    #[schema(example = "chess")]
    pub offering: String,
    /// 0 = Monday.
    #[schema(minimum = 0, maximum = 6)]
    pub weekday: i16,
    /// Local time of day: 18:00.
    #[schema(example = "18:00", pattern = "^[0-9]{2}:[0-9]{2}$")]
    pub from: String,
    /// Local time of day, the end not included; 24:00 is midnight.
    #[schema(example = "22:00", pattern = "^[0-9]{2}:[0-9]{2}$")]
    pub until: String,
    /// The last day on which it holds, at most twelve weeks ahead; without it, twelve weeks.
    #[serde(default)]
    #[schema(value_type = Option<String>, pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    pub ends_on: Option<String>,
}

impl NewSpareTime {
    pub fn checked(&self, today: Date) -> Result<(String, Weekly), Problems> {
        let mut problems = Problems::default();
        if !(0..=6).contains(&self.weekday) {
            problems.add("weekday", "games-form-weekday");
        }
        let from = problems.take("from", minute(&self.from).ok_or(()), "games-form-clock");
        let until = problems.take("until", minute(&self.until).ok_or(()), "games-form-clock");
        if from.zip(until).is_some_and(|(from, until)| from >= until) {
            problems.add("until", "games-form-backwards");
        }
        let typed = self.ends_on.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let ends_on = match typed.map(str::parse::<Date>) {
            None => Some(last_day(today)),
            Some(Ok(on)) if (today..=last_day(today)).contains(&on) => Some(on),
            Some(_) => {
                problems.add("ends_on", "games-form-ends-on");
                None
            }
        };
        let weekday = self.weekday;
        let weekly = from.zip(until).zip(ends_on);
        let weekly = weekly.map(|((from, until), ends_on)| Weekly { weekday, from, until, ends_on });
        problems.or_else_all(weekly.map(|w| (self.offering.trim().to_owned(), w)))
    }
}

/// Minutes after midnight of a clock time; 24:00 is the end of the day.
fn minute(typed: &str) -> Option<i16> {
    let (hour, minute) = typed.trim().split_once(':')?;
    let (hour, minute): (i16, i16) = (hour.parse().ok()?, minute.parse().ok()?);
    let at = hour.checked_mul(60)?.checked_add(minute)?;
    ((0..60).contains(&minute) && (0..=24 * 60).contains(&at)).then_some(at)
}
