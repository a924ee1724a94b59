//! `seasons.toml`: rounds in which a season's weekly times are allocated, and who has applied.
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Time;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use serde::Deserialize;
use stations::Station;
use toml::Spanned;
use venues::seasons::acts::{self, Applying, NewRound};
use venues::seasons::rules::{Asked, Kind, NewSlot, NoSeason, Weights};

use super::load::NotLoaded;
use super::past::People;
use super::wrong::{line_at, toml};
use super::{Files, Room, Wrong};

/// A round that is open on the day on which the files are loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    title: String,
    apply_days: i32,
    starts_in: i32,
    ends_in: i32,
    limit: i32,
    weights: Weights,
    slots: Vec<NewSlot>,
    applications: Vec<Application>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Application {
    /// Somebody of `people.csv` with the name of a group, or an office.
    leader: Option<String>,
    #[serde(default)]
    name: String,
    office: Option<String>,
    kind: Option<Kind>,
    size: i32,
    wants: i32,
    wishes: Vec<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    round: Vec<Spanned<One>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    title: String,
    apply_days: i32,
    starts_in: i32,
    ends_in: i32,
    limit: i32,
    weights: Weights,
    slots: Vec<OneSlot>,
    #[serde(default)]
    applications: Vec<Application>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneSlot {
    offering: String,
    weekday: String,
    from: String,
    minutes: i32,
}

const FILE: &str = "seasons.toml";
const WEEK: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Round>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let (mut rounds, mut wrong) = (vec![], vec![]);
    for one in read.round {
        let line = line_at(text, one.span().start);
        match round(one.into_inner(), rooms) {
            Ok(round) => rounds.push(round),
            Err((about, why)) => wrong.push(Wrong::new(FILE, line, about, why)),
        }
    }
    if wrong.is_empty() { Ok(rounds) } else { Err(wrong) }
}

type Why = (&'static str, String);

fn round(one: One, rooms: &[Room]) -> Result<Round, Why> {
    let slots = (1..).zip(one.slots).map(|(line, slot)| new_slot(line, slot, rooms)).collect::<Result<_, _>>()?;
    if let Some(odd) = one.applications.iter().find(|a| a.leader.is_some() == a.office.is_some()) {
        return Err(("applications", format!("“{}” needs a leader or an office, one of them", odd.name)));
    }
    if let Some(odd) = one.applications.iter().find(|a| a.leader.is_some() && a.kind == Some(Kind::Office)) {
        return Err(("applications", format!("“{}” is a group, and no office", odd.name)));
    }
    let One { title, apply_days, starts_in, ends_in, limit, weights, applications, .. } = one;
    Ok(Round { title, apply_days, starts_in, ends_in, limit, weights, slots, applications })
}

fn new_slot(line: i32, slot: OneSlot, rooms: &[Room]) -> Result<NewSlot, Why> {
    if !rooms.iter().flat_map(|r| &r.offerings).any(|o| o.slug == slot.offering) {
        return Err(("slots", format!("venues.toml has no offering “{}”", slot.offering)));
    }
    let weekday = (0..).zip(WEEK).find(|(_, word)| *word == slot.weekday).map(|(n, _)| n);
    let weekday = weekday.ok_or(("slots", format!("“{}” is no weekday; write mo, tu, we …", slot.weekday)))?;
    let from: Time = slot.from.parse().map_err(|_| ("slots", format!("“{}” is no time; write 19:30", slot.from)))?;
    let from_minute = i32::from(from.hour()) * 60 + i32::from(from.minute());
    Ok(NewSlot { line, offering: slot.offering, weekday, from_minute, minutes: slot.minutes })
}

/// Opens them, and everybody applies. Returns how many rounds and applications met a rule that says no.
pub async fn open(
    house: &House,
    (station, people): (&Arc<Station>, &People),
    rounds: &[Round],
) -> Result<usize, NotLoaded> {
    let mut left_out = 0;
    for round in rounds {
        match one(house, (station, people), round).await {
            Ok(refused) => left_out += refused,
            Err(Not::Refused(refusal)) => {
                tracing::debug!(round = round.title, ?refusal, "left out of the demo");
                left_out += 1;
            }
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(left_out)
}

async fn one(
    house: &House,
    (station, people): (&Arc<Station>, &People),
    round: &Round,
) -> Result<usize, Not<NoSeason>> {
    let today = house.now().to_zoned_datetime(station.zone.clone()).date();
    let day = |n: i32| today.saturating_add(Span::new().days(n));
    let until = station.zone.to_ambiguous_timestamp(day(round.apply_days).at(18, 0, 0, 0)).compatible();
    let new = NewRound {
        title: round.title.clone(),
        starts_on: day(round.starts_in),
        ends_on: day(round.ends_in),
        apply_until: until.map_err(Fault::broken)?,
        limit: round.limit,
        weights: round.weights.clone(),
        slots: round.slots.clone(),
    };
    let manager = people.manager.ok_or_else(|| Fault::broken("seasons.toml needs a manager in staff.csv"))?;
    let id = acts::open(house, station, new, manager, None).await?;
    let at = station.id;
    let owners = house.db.read(move |c| stations::owners(c, at)).await?;
    let mut refused = 0;
    for a in &round.applications {
        let office = a.office.as_ref().and_then(|name| owners.iter().find(|o| o.name_zh == *name));
        let leader = a.leader.as_ref().and_then(|name| people.find(name));
        let who = match (office, leader) {
            (Some(owner), _) => Applying::Office { staff: manager, owner: owner.id },
            (None, Some(person)) => Applying::Leader { person, name: a.name.clone() },
            (None, None) => {
                refused += 1;
                continue;
            }
        };
        let kind = a.kind.unwrap_or(Kind::Other);
        let asked = Asked { kind, size: a.size, wants: a.wants, wishes: a.wishes.clone() };
        match acts::apply(house, station, (id, who, asked), None).await {
            Ok(_) => {}
            Err(Not::Refused(refusal)) => {
                tracing::debug!(round = round.title, ?refusal, "left out of the demo");
                refused += 1;
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(refused)
}
