//! `activities.toml`: what is held, again and again or once.
use std::sync::Arc;

use ::activities::acts::{Doing, found};
use ::activities::asked::{Ground, Leap, Missing, NewActivity};
use ::activities::rules::{Joining, Kind};
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::event::By;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::load::NotLoaded;
use super::station::Owner;
use super::venues::Room;
use super::wrong::{line_at, toml};
use super::{Files, Wrong};

/// One activity, as it is written; judged when it is published, on the day on which the files are loaded.
#[derive(Debug, Clone)]
pub struct Held {
    pub new: NewActivity,
    /// In so many days, for what is held once; it stands in place of the day.
    pub ahead: Option<i32>,
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    activity: Vec<Spanned<One>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    title: String,
    kind: Option<Kind>,
    #[serde(default)]
    about: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    bring: String,
    rule: Option<String>,
    leap: Option<Leap>,
    missing: Option<Missing>,
    on: Option<String>,
    ahead: Option<i32>,
    at: String,
    minutes: i32,
    #[serde(default)]
    skips_holidays: bool,
    room: Option<String>,
    owner: String,
    min_age: Option<i16>,
    max_age: Option<i16>,
    guardian_under: Option<i16>,
    capacity: Option<i32>,
    joining: Option<Joining>,
    opens_days: Option<i16>,
    closes_minutes: Option<i32>,
}

const FILE: &str = "activities.toml";

pub fn read(files: &Files, (rooms, owners): (&[Room], &[Owner])) -> Result<Vec<Held>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let (mut all, mut wrong) = (vec![], vec![]);
    for one in read.activity {
        let line = line_at(text, one.span().start);
        match held(one.into_inner(), (rooms, owners), line) {
            Ok(held) => all.push(held),
            Err((field, why)) => wrong.push(Wrong::new(FILE, line, format!("activity {field}"), why)),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn held(one: One, (rooms, owners): (&[Room], &[Owner]), line: usize) -> Result<Held, (&'static str, String)> {
    let owner = owners.iter().position(|o| o.name == one.owner).and_then(|place| i32::try_from(place + 1).ok());
    let owner = owner.ok_or_else(|| ("owner", format!("station.toml has no owner “{}”", one.owner)))?;
    let room = one.room.as_ref().map(|slug| {
        let found = rooms.iter().flat_map(|r| &r.offerings).find(|o| o.slug == *slug).map(|o| o.id);
        found.ok_or_else(|| ("room", format!("venues.toml has no offering “{slug}”")))
    });
    if one.on.is_some() == one.ahead.is_some() {
        return Err(("on", "write either a day, 2026-05-30, or ahead = so many days".to_owned()));
    }
    let new = NewActivity {
        kind: one.kind.unwrap_or(Kind::Activity),
        title: one.title,
        about: one.about,
        place: one.place,
        audience: one.audience,
        bring: one.bring,
        rule: one.rule,
        leap: one.leap,
        missing: one.missing,
        on: one.on.unwrap_or_default(),
        at: one.at,
        minutes: one.minutes,
        skips_holidays: one.skips_holidays,
        room: room.transpose()?,
        owner,
        min_age: one.min_age,
        max_age: one.max_age,
        guardian_under: one.guardian_under,
        capacity: one.capacity,
        joining: one.joining.unwrap_or(Joining::JustCome),
        opens_days: one.opens_days.unwrap_or(14),
        closes_minutes: one.closes_minutes.unwrap_or(60),
    };
    Ok(Held { new, ahead: one.ahead, line })
}

/// Publishes them. A plan that cannot be so is a mistake in the file; a room that is taken is said on its time.
pub async fn live(house: &House, station: &Arc<Station>, all: &[Held]) -> Result<(), NotLoaded> {
    let v = View::plain(house, Lang::En);
    let id = station.id;
    let read = move |c: &mut kernel::db::Conn| {
        Ok::<_, kernel::fault::Fault>(((venues::ROOMS.offered)(c, id)?, stations::owners(c, id)?))
    };
    let (rooms, owners) = house.db.read(read).await?;
    let today = stations::wall(house.now(), &station.zone).date();
    let (mut plans, mut wrong) = (vec![], vec![]);
    for held in all {
        let mut new = held.new.clone();
        if let Some(ahead) = held.ahead {
            new.on = today.saturating_add(ahead.days()).to_string();
        }
        // What began long ago goes on.
        let since = new.on.parse::<Date>().unwrap_or(today);
        match new.checked(&v, &Ground { since, rooms: &rooms, owners: &owners }) {
            Ok(plan) => plans.push(plan),
            Err(problems) => {
                let said = problems.fields(&v).map(|(field, why)| Wrong::new(FILE, held.line, field, why));
                wrong.extend(said.collect::<Vec<_>>());
            }
        }
    }
    if !wrong.is_empty() {
        return Err(NotLoaded::Wrong(wrong));
    }
    let (h, at) = (house.clone(), station.clone());
    let work = move |c: &mut kernel::db::Conn| {
        let ports = activities::ports(venues::ROOMS);
        let doing = Doing { house: &h, station: &at, ports, now: h.now(), by: By::Program };
        for plan in &plans {
            found(c, &doing, plan)?;
        }
        Ok::<_, Not<activities::rules::Refusal>>(())
    };
    Ok(house.db.write(work).await?)
}
