//! `village-days.toml`: who goes to which villages, and whom they meet there.
use std::sync::Arc;

use ::errands::acts::Actor;
use ::errands::rules::{Draft, MatterId, OfficialId};
use ::errands::village_days::rules::{Ask, Plan};
use ::errands::villages::acts::{Guest, NewVisit, ask, plan};
use jiff::ToSpan as _;
use jiff::civil::Time;
use kernel::house::House;
use kernel::refusal::Not;
use people::Name;
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::Why;
use super::hall::{Hall, each, official_number, time};
use super::matters::matter_number;
use crate::township::load::NotLoaded;
use crate::township::past::People;
use crate::township::wrong::toml;
use crate::township::{Files, Wrong};

/// A day that somebody plans, in so many days.
#[derive(Debug, Clone)]
pub struct Day {
    pub official: OfficialId,
    pub ahead: i32,
    pub from: Time,
    pub until: Time,
    pub travel: i16,
    pub villages: Vec<i64>,
    pub matters: Vec<MatterId>,
    pub visits: Vec<Visit>,
}

#[derive(Debug, Clone)]
pub struct Visit {
    pub ask: Ask,
    pub who: Name,
    pub phone_on_sheet: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    day: Vec<Spanned<DayText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayText {
    official: String,
    ahead: i32,
    from: String,
    until: String,
    travel: i16,
    villages: Vec<i64>,
    matters: Vec<String>,
    #[serde(default)]
    visits: Vec<VisitText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VisitText {
    village: i64,
    matter: String,
    who: String,
    #[serde(default)]
    at_home: bool,
    #[serde(default)]
    phone_on_sheet: bool,
}

const FILE: &str = "village-days.toml";

pub fn read(files: &Files, hall: &Hall, matters: &[Draft]) -> Result<Vec<Day>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    each((FILE, text), "day", read.day, |_, one, _| day(one, hall, matters))
}

fn day(one: DayText, hall: &Hall, matters: &[Draft]) -> Result<Day, Why> {
    let official = official_number(&hall.officials, &one.official).map_err(|why| ("official", why))?;
    if !(0..=60).contains(&one.ahead) {
        return Err(("ahead", format!("{} is not between 0 and 60 days", one.ahead)));
    }
    let number = |slug: &String| matter_number(matters, slug).map_err(|why| ("matters", why));
    let numbers = one.matters.iter().map(number).collect::<Result<_, _>>()?;
    let visit = |v: &VisitText| {
        let matter = matter_number(matters, &v.matter).map_err(|why| ("visits", why))?;
        let who = v.who.parse().map_err(|_| ("visits", format!("“{}” is no name", v.who)))?;
        let ask = Ask { village: v.village, matter, at_home: v.at_home };
        Ok(Visit { ask, who, phone_on_sheet: v.phone_on_sheet })
    };
    Ok(Day {
        official,
        ahead: one.ahead,
        from: time("from", &one.from)?,
        until: time("until", &one.until)?,
        travel: one.travel,
        villages: one.villages,
        matters: numbers,
        visits: one.visits.iter().map(visit).collect::<Result<_, _>>()?,
    })
}

/// Plans the days, and asks for whoever is met. A day that the rules do not allow is a mistake in the file.
pub async fn live(house: &House, (station, people): (&Arc<Station>, &People), days: &[Day]) -> Result<(), NotLoaded> {
    let today = stations::wall(house.now(), &station.zone).date();
    for day in days {
        let clerk =
            people.at_the_desk().ok_or_else(|| NotLoaded::Refused(format!("{FILE} needs a clerk in staff.csv")))?;
        let on = today.saturating_add(day.ahead.days());
        let at = |time: Time| ::errands::answers::instant(station, on.to_datetime(time));
        let new = Plan {
            official: day.official,
            on,
            from: at(day.from)?,
            until: at(day.until)?,
            villages: day.villages.clone(),
            matters: day.matters.clone(),
            travel: day.travel,
        };
        let id = match plan(house, station, new, (clerk, None)).await {
            Ok(id) => id,
            Err(Not::Refused(refusal)) => return Err(NotLoaded::Refused(format!("{FILE}: {refusal:?}"))),
            Err(Not::Fault(fault)) => return Err(fault.into()),
        };
        for visit in &day.visits {
            let known = people.find(visit.who.as_str());
            let guest = Guest {
                by: known.map_or(Actor::Staff(clerk), Actor::Person),
                name: Some(visit.who.clone()),
                phone: None,
                phone_told: visit.phone_on_sheet,
            };
            let done = ask(house, station, NewVisit { day: id, ask: visit.ask, guest }, None).await;
            if let Err(Not::Refused(refusal)) = done {
                return Err(NotLoaded::Refused(format!("{FILE} ({}): {refusal:?}", visit.who.as_str())));
            }
            done?;
        }
    }
    Ok(())
}
