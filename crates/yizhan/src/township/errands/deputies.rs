//! `deputies.toml`: deputies, and the days on which they receive.
use std::sync::Arc;

use ::errands::deputies::acts::{self, NewDay, Said, Who, Wish};
use ::errands::deputies::answers::Deputy;
use ::errands::deputies::rules::{Category, SLOT_MINUTES, USUAL_DAYS};
use ::errands::rules::Name;
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::hall::{each, time};
use super::{Why, nth};
use crate::township::load::NotLoaded;
use crate::township::station::{Owner, owner_number};
use crate::township::wrong::toml;
use crate::township::{Files, Worker, Wrong};

#[derive(Debug, Clone, Default)]
pub struct Deputies {
    /// With the login of those who sign in.
    pub deputies: Vec<(Deputy, Option<String>)>,
    pub days: Vec<Reception>,
}

/// A day on which a deputy receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reception {
    pub deputy: i32,
    /// From the day of loading on; negative = it is over.
    pub in_days: i64,
    pub from: Time,
    pub until: Time,
    pub minutes: i16,
    pub place: Name,
    pub visits: Vec<Visit>,
}

/// Somebody who has a slot, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub at: Time,
    pub name: String,
    pub said: Option<(String, Option<Category>)>,
    /// The office that it went to, within so many working days, and what it answered.
    pub office: Option<(i32, i16)>,
    pub answer: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    deputy: Vec<Spanned<DeputyText>>,
    #[serde(default)]
    day: Vec<Spanned<DayText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeputyText {
    name: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    title_en: String,
    login: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayText {
    deputy: String,
    in_days: i64,
    from: String,
    until: String,
    minutes: i16,
    place: String,
    #[serde(default)]
    place_en: String,
    #[serde(default)]
    visits: Vec<VisitText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VisitText {
    at: String,
    name: String,
    what: Option<String>,
    category: Option<Category>,
    office: Option<String>,
    working_days: Option<i16>,
    answer: Option<String>,
}

const FILE: &str = "deputies.toml";

pub fn read(files: &Files, staff: &[Worker], owners: &[Owner]) -> Result<Deputies, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Deputies::default()) };
    let read: Text = toml(FILE, text)?;
    let deputies = each((FILE, text), "deputy", read.deputy, |n, one, so_far| deputy(n, one, staff, so_far))?;
    let days = each((FILE, text), "day", read.day, |_, one, _| day(one, &deputies, owners))?;
    Ok(Deputies { deputies, days })
}

type Named = (Deputy, Option<String>);

fn deputy(n: usize, one: DeputyText, staff: &[Worker], so_far: &[Named]) -> Result<Named, Why> {
    if one.name.trim().is_empty() || so_far.iter().any(|(d, _)| d.name == one.name) {
        return Err(("name", format!("“{}” is empty or stands further up too", one.name)));
    }
    if let Some(login) = one.login.as_ref().filter(|login| !staff.iter().any(|w| w.login == **login)) {
        return Err(("login", format!("staff.csv has no login “{login}”")));
    }
    let title = Name { zh: one.title, en: one.title_en };
    Ok((Deputy { id: nth(n), name: one.name, title, staff: None }, one.login))
}

fn day(one: DayText, deputies: &[Named], owners: &[Owner]) -> Result<Reception, Why> {
    let deputy = deputies.iter().find(|(d, _)| d.name == one.deputy).map(|(d, _)| d.id);
    let deputy = deputy.ok_or_else(|| ("deputy", format!("there is no deputy “{}”", one.deputy)))?;
    if !(3..=60).contains(&one.in_days) && !(-10..=-1).contains(&one.in_days) {
        return Err(("in_days", "a day is announced three days ahead, or one to ten days over".to_owned()));
    }
    let (from, until) = (time("from", &one.from)?, time("until", &one.until)?);
    if !SLOT_MINUTES.contains(&one.minutes) {
        let why = format!("{} is not between {} and {}", one.minutes, SLOT_MINUTES.start(), SLOT_MINUTES.end());
        return Err(("minutes", why));
    }
    let over = one.in_days < 0;
    let visits = one.visits.into_iter().map(|v| visit(v, owners, over)).collect::<Result<_, _>>()?;
    let place = Name { zh: one.place, en: one.place_en };
    Ok(Reception { deputy, in_days: one.in_days, from, until, minutes: one.minutes, place, visits })
}

fn visit(one: VisitText, owners: &[Owner], over: bool) -> Result<Visit, Why> {
    let office =
        one.office.as_ref().map(|name| owner_number(owners, name).map_err(|why| ("visits", why))).transpose()?;
    let said = one.what.map(|what| (what, one.category));
    if (said.is_some() && !over) || (office.is_some() && said.is_none()) || (one.answer.is_some() && office.is_none()) {
        return Err(("visits", "first it is over, then it was said, then routed, then answered".to_owned()));
    }
    let office = office.map(|office| (office, one.working_days.unwrap_or(USUAL_DAYS)));
    Ok(Visit { at: time("visits", &one.at)?, name: one.name, said, office, answer: one.answer })
}

/// Writes the deputies down, in the transaction of the station.
pub fn found(c: &mut Conn, station: StationId, all: &Deputies) -> Result<(), Fault> {
    let mut deputies = vec![];
    for (deputy, login) in &all.deputies {
        let staff = login.as_ref().map(|login| people::staff_by_login(c, login)).transpose()?.flatten();
        deputies.push(Deputy { staff, ..deputy.clone() });
    }
    acts::found(c, station, &deputies)
}

/// How long before the day of loading days that are over were announced.
const ANNOUNCED: SignedDuration = SignedDuration::from_hours(24 * 14);
/// An office answers two days after the reception.
const ANSWERED: SignedDuration = SignedDuration::from_hours(48);

/// Announces the days, lets people take their slots, and lives through those that are over.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    all: &Deputies,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    if all.days.is_empty() {
        return Ok(());
    }
    let at = station.id;
    let staff = past.db.read(move |c: &mut Conn| people::staff_of(c, at)).await?;
    let manager = staff.iter().find(|s| s.role == Role::Manager).cloned();
    let manager = manager.ok_or_else(|| NotLoaded::Refused(format!("{FILE} needs a manager in staff.csv")))?;
    for day in &all.days {
        hand.move_to(if day.in_days < 0 { now - ANNOUNCED } else { now });
        receive(past, hand, station, (day, &manager), now).await?;
    }
    hand.move_to(now);
    Ok(())
}

async fn receive(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    (day, manager): (&Reception, &StaffAt),
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let on = stations::wall(now, &station.zone).date().saturating_add(day.in_days.days());
    let wall = |time: Time| ::errands::answers::instant(station, on.to_datetime(time));
    let new = NewDay {
        deputy: day.deputy,
        from: on.to_datetime(day.from),
        until: on.to_datetime(day.until),
        minutes: day.minutes,
        place: day.place.clone(),
    };
    let id = acts::announce(past, station, new, (manager.id, None)).await?;
    let mut taken = vec![];
    for visit in &day.visits {
        let who = Who::Desk { staff: manager.id, name: Some(visit.name.clone()), phone: None };
        taken.push((visit, acts::take(past, station, (id, wall(visit.at)?), (who, None)).await?.id));
    }
    for (visit, id) in taken {
        let Some((what, category)) = &visit.said else { continue };
        let press = |wish| acts::step(past, station, (id, wish), (manager.clone(), None));
        hand.move_to(wall(visit.at)?);
        press(Wish::Register(Said { what: what.clone(), category: *category })).await?;
        let Some((office, days)) = visit.office else { continue };
        press(Wish::Route { office, days }).await?;
        let Some(answer) = &visit.answer else { continue };
        hand.move_to((wall(visit.at)? + ANSWERED).min(now));
        press(Wish::Answer(answer.clone())).await?;
    }
    Ok(())
}
