//! Saying where one is, or somebody else is; and what becomes of whoever waits for them.
use std::collections::HashMap;

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use serde::Deserialize;

use crate::acts::{Decided, Decision, Settled};
use crate::answers::{self, InNow};
use crate::booked::answers::booked_in;
use crate::desk::asked::Saying;
use crate::desk::here::Here;
use crate::desk::pages::leaving;
use crate::desk::pages::presence::{self, Page, PresenceForm, local, needs_return};
use crate::desk::seen::{Look, Waits};
use crate::desk::{PRESENCE, act};
use crate::reach::Reached;
use crate::rules::{Declared, OfficialId, Presence};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    of: String,
    is: String,
    done: String,
    told: String,
    calls: String,
}

fn state(word: &str) -> Option<Presence> {
    Presence::ALL.into_iter().find(|p| p.name() == word)
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let now = answers::wall(&here.desk.station, here.now());
    let form = PresenceForm {
        once: here.fresh_once(),
        of: asked.of.clone(),
        is: asked.is.clone(),
        on: now.date().to_string(),
        ..PresenceForm::default()
    };
    let settled = (asked.told.parse().unwrap_or(0), asked.calls.parse().unwrap_or(0));
    let done = asked.done.parse().ok().map(|official| (official, settled));
    page(&here, &form, &Problems::default(), done).await
}

async fn page(
    here: &Here,
    form: &PresenceForm,
    problems: &Problems,
    done: Option<(OfficialId, (usize, usize))>,
) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await?;
    let villages = act::villages(here).await?;
    let week = week(here, &all, form).await?;
    let mine = |o: &&InNow| o.official.staff == Some(here.staff());
    let asked: Option<OfficialId> = form.of.parse().ok();
    let of = all.iter().find(|o| Some(o.official.id) == asked).or_else(|| all.iter().find(mine));
    let is = state(&form.is).filter(|p| needs_return(*p));
    let promised = match of.filter(|_| is.is_none()) {
        Some(of) => act::promised(here, of.official.id).await?,
        None => vec![],
    };
    let whose = |(id, settled)| Some((all.iter().find(|o| o.official.id == id)?, settled));
    let view = Page {
        all: &all,
        of,
        myself: of.as_ref().is_some_and(mine),
        is,
        villages: &villages,
        form,
        problems,
        done: done.and_then(whose),
        promised: &promised,
        week: &week,
    };
    let title = here.v.t("errands-desk-presence-title");
    let body = presence::body(here.ctx(), &view);
    // A form that somebody is filling in does not renew itself.
    let page = if is.is_some() || !problems.none() {
        here.page(PRESENCE, &title).status(problems.status())
    } else {
        here.list(PRESENCE, &title, StatusCode::OK)
    };
    Ok(page.body(body).into_response())
}

/// What is booked with whoever is looked at in seven days, today among them.
async fn week(here: &Here, all: &[InNow], form: &PresenceForm) -> Result<Vec<Waits>, Fault> {
    let asked: Option<OfficialId> = form.of.parse().ok();
    let mine = all.iter().find(|o| o.official.staff == Some(here.staff())).map(|o| o.official.id);
    let Some(official) = asked.or(mine) else { return Ok(vec![]) };
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let today = answers::wall(&station, now).date();
        let board = answers::board(c, &station, now)?;
        let look = Look::new(c, &house, &station, &board)?;
        let booked = booked_in(c, &station, Some(official), (today, today.saturating_add(6.days())))?;
        booked.into_iter().map(|kept| look.waits(c, kept)).collect()
    };
    here.house.db.snapshot(read).await
}

/// What a chip or the fields mean.
fn back(here: &Here, form: &PresenceForm) -> String {
    let now = answers::wall(&here.desk.station, here.now());
    match form.back.strip_prefix('+').and_then(|n| n.parse().ok()) {
        Some(n) => local(now.saturating_add(SignedDuration::from_mins(i64::from(u16::min(n, 1440))))),
        None if form.back == "typed" => format!("{}T{}", form.on.trim(), form.at.trim()),
        None => form.back.clone(),
    }
}

/// Several buttons share a form, and each is a request of its own.
fn once(here: &Here, form: &PresenceForm, decided: &[Decided]) -> Option<Once> {
    let key = if form.once.is_empty() { String::new() } else { format!("{} {} {}", form.once, form.is, form.back) };
    here.once(&key, &(&form.of, &form.is, &form.back, &form.on, &form.at, &form.village, decided))
}

/// The fields that every form of the page has; what was decided for each comes beside them.
fn read(sent: &HashMap<String, String>) -> PresenceForm {
    let field = |name: &str| sent.get(name).cloned().unwrap_or_default();
    PresenceForm {
        once: field("once"),
        of: field("of"),
        is: field("is"),
        back: field("back"),
        on: field("on"),
        at: field("at"),
        village: field("village"),
        decided: field("decided"),
    }
}

/// What was chosen for each who waits.
fn decided(sent: &HashMap<String, String>) -> Vec<Decided> {
    let one = |(name, value): (&String, &String)| {
        let decision = Decision::ALL.into_iter().find(|d| d.name() == value)?;
        Some(Decided { ticket: name.strip_prefix("do-")?.parse().ok()?, decision })
    };
    let mut all: Vec<Decided> = sent.iter().filter_map(one).collect();
    // The same press is the same request, in whatever order a form is read.
    all.sort_by_key(|d| d.ticket.to_string());
    all
}

/// Whom it would hit, if that is to be decided first: nobody leaves before everybody who relies on them is provided for.
async fn asks(here: &Here, form: &PresenceForm, said: &Declared) -> Result<Option<Response>, Fault> {
    let stays = said.presence.is_in() || said.presence == Presence::Unknown;
    let official: OfficialId = form.of.parse().map_err(|_| Fault::NotFound)?;
    if stays || !form.decided.is_empty() {
        return Ok(None);
    }
    let (station, now) = (here.desk.station.clone(), here.now());
    let back = said.back.map(|back| answers::instant(&station, back)).transpose()?;
    let hits = act::hits(here, official, back).await?;
    if hits.is_empty() {
        return Ok(None);
    }
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await?;
    let of = all.iter().find(|o| o.official.id == official).ok_or(Fault::NotFound)?;
    let form = PresenceForm { back: said.back.map(local).unwrap_or_default(), ..form.clone() };
    let body = leaving::body(here.ctx(), &leaving::Page { of, form: &form, hits: &hits });
    Ok(Some(here.page(PRESENCE, &here.v.t("errands-desk-presence-title")).body(body).into_response()))
}

pub async fn say(here: Here, Form(sent): Form<HashMap<String, String>>) -> Result<Response, Fault> {
    let form = read(&sent);
    let Some(presence) = state(&form.is) else { return Err(Fault::NotFound) };
    let official: OfficialId = form.of.parse().map_err(|_| Fault::NotFound)?;
    let saying = Saying {
        state: presence,
        back: Some(back(&here, &form)),
        village: form.village.parse().ok(),
        place: String::new(),
        decisions: decided(&sent),
    };
    let villages = act::villages(&here).await?;
    let path = here.ctx().path("/presence");
    let problems = match act::declared(&here, &saying, &villages) {
        Err(problems) => problems,
        Ok(said) => {
            if let Some(page) = asks(&here, &form, &said).await? {
                return Ok(page);
            }
            let once = once(&here, &form, &saying.decisions);
            match here.or_said(act::declare(&here, official, said, (saying.decisions, once)).await)? {
                Ok(done) => {
                    return Ok(Redirect::to(&format!("{path}?{}", query(official, &done.settled))).into_response());
                }
                Err(said) => Problems::about_the_whole(said),
            }
        }
    };
    let form = PresenceForm { once: here.fresh_once(), ..form };
    page(&here.read_at(path), &form, &problems, None).await
}

/// Whose presence was told, and how many heard of it because they wait.
fn query(official: OfficialId, settled: &[Settled]) -> String {
    let calls = settled.iter().filter(|s| s.reached == Reached::CallList).count();
    match settled.len() {
        0 => format!("done={official}"),
        told => format!("done={official}&told={told}&calls={calls}"),
    }
}
