//! `drop-offs.toml`: who may act for whom, and what was left at the desk.
use std::sync::Arc;

use ::errands::acts::Actor;
use ::errands::proxy::acts::{NewConsent, agree};
use ::errands::proxy::rules::{How, Kind};
use ::errands::receipts::acts::{NewReceipt, leave, step};
use ::errands::receipts::rules::Step;
use ::errands::rules::{Draft, MatterId};
use jiff::civil::Time;
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::house::House;
use people::{Name, Phone};
use serde::Deserialize;
use stations::Station;

use super::Why;
use super::hall::time;
use super::matters::matter_number;
use crate::township::load::NotLoaded;
use crate::township::past::People;
use crate::township::wrong::toml;
use crate::township::{Files, Resident, Wrong};

#[derive(Debug, Clone, Default)]
pub struct Papers {
    pub consents: Vec<Consent>,
    pub drop_offs: Vec<DropOff>,
}

#[derive(Debug, Clone)]
pub struct Consent {
    pub matter: MatterId,
    pub who: Name,
    pub phone: Option<Phone>,
    pub proxy: Name,
    pub kind: Kind,
    pub how: How,
    pub days: i32,
    pub at: Time,
}

#[derive(Debug, Clone)]
pub struct DropOff {
    pub matter: MatterId,
    pub who: Name,
    pub phone: Option<Phone>,
    pub at: Time,
    pub papers: Vec<usize>,
    pub ready_at: (i32, Time),
    pub then: Vec<(Time, Step)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    consent: Vec<ConsentText>,
    #[serde(default)]
    drop_off: Vec<DropOffText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentText {
    matter: String,
    who: String,
    proxy: String,
    kind: Kind,
    how: How,
    days: i32,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DropOffText {
    matter: String,
    who: String,
    at: String,
    papers: Vec<usize>,
    ready_at: String,
    #[serde(default)]
    ready_days: i32,
    #[serde(default)]
    then: Vec<ThenText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThenText {
    at: String,
    step: StepText,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StepText {
    Ready,
    NeedsMore,
}

const FILE: &str = "drop-offs.toml";

pub fn read(files: &Files, matters: &[Draft], people: &[Resident]) -> Result<Papers, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Papers::default()) };
    let read: Text = toml(FILE, text)?;
    let mut wrong = vec![];
    let mut note = |of: &str, (field, why): Why| {
        wrong.push(Wrong { file: FILE.to_owned(), line: None, about: format!("{of} {field}"), why });
    };
    let mut papers = Papers::default();
    for one in read.consent {
        let of = format!("consent of {}", one.who);
        consent(one, matters, people).map_or_else(|why| note(&of, why), |one| papers.consents.push(one));
    }
    for one in read.drop_off {
        let of = format!("drop_off of {}", one.who);
        drop_off(one, matters, people).map_or_else(|why| note(&of, why), |one| papers.drop_offs.push(one));
    }
    if wrong.is_empty() { Ok(papers) } else { Err(wrong) }
}

fn name(field: &'static str, text: &str) -> Result<Name, Why> {
    text.parse().map_err(|_| (field, format!("“{text}” is no name")))
}

/// The number of whoever is in `people.csv`.
fn phone(people: &[Resident], who: &Name) -> Option<Phone> {
    people.iter().find(|p| p.name == *who).map(|p| p.phone.clone())
}

fn consent(one: ConsentText, matters: &[Draft], people: &[Resident]) -> Result<Consent, Why> {
    let who = name("who", &one.who)?;
    Ok(Consent {
        matter: matter_number(matters, &one.matter).map_err(|why| ("matter", why))?,
        phone: phone(people, &who),
        who,
        proxy: name("proxy", &one.proxy)?,
        kind: one.kind,
        how: one.how,
        days: one.days,
        at: time("at", &one.at)?,
    })
}

fn drop_off(one: DropOffText, matters: &[Draft], people: &[Resident]) -> Result<DropOff, Why> {
    let who = name("who", &one.who)?;
    let step = |then: &ThenText| {
        let step = match then.step {
            StepText::Ready => Step::Ready,
            StepText::NeedsMore => Step::Needs(then.note.clone()),
        };
        Ok((time("then", &then.at)?, step))
    };
    Ok(DropOff {
        matter: matter_number(matters, &one.matter).map_err(|why| ("matter", why))?,
        phone: phone(people, &who),
        who,
        at: time("at", &one.at)?,
        papers: one.papers,
        ready_at: (one.ready_days, time("ready_at", &one.ready_at)?),
        then: one.then.iter().map(step).collect::<Result<_, _>>()?,
    })
}

/// Lives through what is over at `now`, each act at its own time.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    papers: &Papers,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    let at = |days: i32, time: Time| {
        ::errands::answers::instant(station, today.saturating_add(days.days()).to_datetime(time))
    };
    let clerk = || people.at_the_desk().ok_or_else(|| NotLoaded::Refused(format!("{FILE} needs a clerk in staff.csv")));
    for one in &papers.consents {
        if at(0, one.at)? > now {
            continue;
        }
        hand.move_to(at(0, one.at)?);
        let new = NewConsent {
            matter: one.matter,
            by: Actor::Staff(clerk()?),
            name: Some(one.who.clone()),
            phone: one.phone.clone(),
            proxy: one.proxy.clone(),
            kind: one.kind,
            how: one.how,
            until: today.saturating_add(one.days.days()),
        };
        agree(past, station, new, None).await?;
    }
    for one in &papers.drop_offs {
        if at(0, one.at)? > now {
            continue;
        }
        hand.move_to(at(0, one.at)?);
        let new = NewReceipt {
            matter: one.matter,
            papers: one.papers.clone(),
            name: Some(one.who.clone()),
            phone: one.phone.clone(),
            consent: None,
            ready_at: at(one.ready_at.0, one.ready_at.1)?,
        };
        let id = leave(past, station, new, (clerk()?, None)).await?;
        for (time, what) in &one.then {
            if at(0, *time)? <= now {
                hand.move_to(at(0, *time)?);
                step(past, station, (id, what.clone()), (clerk()?, None)).await?;
            }
        }
    }
    hand.move_to(now);
    Ok(())
}
