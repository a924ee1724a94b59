//! Saying where one is, or somebody else is.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use serde::Deserialize;

use crate::answers::{self, InNow};
use crate::booked::answers::booked_in;
use crate::desk::asked::Saying;
use crate::desk::here::Here;
use crate::desk::pages::presence::{self, Page, PresenceForm, local, needs_return};
use crate::desk::seen::{Look, Waits};
use crate::desk::{PRESENCE, act};
use crate::rules::{OfficialId, Presence};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    of: String,
    is: String,
    done: String,
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
    page(&here, &form, &Problems::default(), asked.done.parse().ok()).await
}

async fn page(
    here: &Here,
    form: &PresenceForm,
    problems: &Problems,
    done: Option<OfficialId>,
) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await?;
    let villages = act::villages(here).await?;
    let week = week(here, &all, form).await?;
    let mine = |o: &&InNow| o.official.staff == Some(here.staff());
    let asked: Option<OfficialId> = form.of.parse().ok();
    let of = all.iter().find(|o| Some(o.official.id) == asked).or_else(|| all.iter().find(mine));
    let is = state(&form.is).filter(|p| needs_return(*p));
    let view = Page {
        all: &all,
        of,
        myself: of.as_ref().is_some_and(mine),
        is,
        villages: &villages,
        form,
        problems,
        week: &week,
        done: all.iter().find(|o| Some(o.official.id) == done),
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
fn once(here: &Here, form: &PresenceForm) -> Option<Once> {
    let key = if form.once.is_empty() { String::new() } else { format!("{} {} {}", form.once, form.is, form.back) };
    here.once(&key, &(&form.of, &form.is, &form.back, &form.on, &form.at, &form.village))
}

pub async fn say(here: Here, Form(form): Form<PresenceForm>) -> Result<Response, Fault> {
    let Some(presence) = state(&form.is) else { return Err(Fault::NotFound) };
    let official: OfficialId = form.of.parse().map_err(|_| Fault::NotFound)?;
    let saying = Saying {
        state: presence,
        back: Some(back(&here, &form)),
        village: form.village.parse().ok(),
        place: String::new(),
    };
    let villages = act::villages(&here).await?;
    let path = here.ctx().path("/presence");
    let problems = match act::declared(&here, &saying, &villages) {
        Err(problems) => problems,
        Ok(said) => match here.or_said(act::declare(&here, official, said, once(&here, &form)).await)? {
            Ok(_) => return Ok(Redirect::to(&format!("{path}?done={official}")).into_response()),
            Err(said) => Problems::about_the_whole(said),
        },
    };
    let form = PresenceForm { once: here.fresh_once(), ..form };
    page(&here.read_at(path), &form, &problems, None).await
}
