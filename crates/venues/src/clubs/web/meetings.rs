//! When a club meets: made, looked at, changed date by date, ended, by its leader or by staff.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _, Said};
use serde::Deserialize;

use crate::SeriesId;
use crate::clubs::pages::{self, Shown};
use crate::clubs::rules::NoClub;
use crate::clubs::steps::{Led, OfDate, OfSeries};
use crate::clubs::{reads, says};
use crate::public::begun;
use crate::public::pages::Frame;
use crate::series::answers::Line;
use crate::series::forms::{DateForm, SeriesForm};

/// What a link to the form says, and whether its dates shall be shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    look: String,
    #[serde(flatten)]
    form: SeriesForm,
}

pub async fn list(led: Led) -> Result<Response, Fault> {
    let places = reads::places(&led.club.house, &led.club.station, led.club.actor).await?;
    let f = Frame { v: &led.v, station: &led.club.station };
    Ok(pages::meetings(f, &led.club.read().await?, &places, led.club.is_staff()).into_response())
}

/// The form; with `look` what would become of the dates too.
pub async fn new(led: Led, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    form(&led, (asked.form, !asked.look.is_empty()), None).await
}

/// A refusal in words, or the fault that it is.
fn said(led: &Led, not: Not<NoClub>) -> Result<(Said, NoClub), Fault> {
    match not {
        Not::Fault(fault) => Err(fault),
        Not::Refused(refusal) => Ok((says::said(&led.v, &led.club.station.zone, &refusal), refusal)),
    }
}

async fn form(led: &Led, (typed, look): (SeriesForm, bool), refused: Option<NoClub>) -> Result<Response, Fault> {
    let club = led.club.read().await?.seen.club;
    let offering = match led.club.offering(&typed.offering).await {
        Ok(offering) => offering,
        Err(Not::Refused(_)) => return Err(Fault::NotFound),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    let form = typed.fresh(&offering.policy, led.club.today(), !led.club.is_staff());
    let v = led.v.at(led.club.path(&format!("/series/new?offering={}", kernel::page::query_value(&form.offering))));
    let read = form.read(led.club.today());
    let problems = read.as_ref().err().filter(|_| look).cloned().unwrap_or_default();
    let found = match read.as_ref().ok().filter(|_| look) {
        Some(wanted) => Some(previewed(led, led.club.preview(wanted).await)?),
        None => None,
    };
    let no = refused.map(|r| (says::said(&v, &led.club.station.zone, &r), r.status()));
    let once = led.club.house.new_id().to_string();
    let shown = Shown {
        offering: &offering,
        form: &form,
        problems: &problems,
        wanted: read.as_ref().ok(),
        found: found.as_ref().map(|found| found.as_deref()),
        refused: no.as_ref().map(|(said, status)| (said, *status)),
        once: &once,
        staff: led.club.is_staff(),
    };
    Ok(pages::form(Frame { v: &v, station: &led.club.station }, &club, &shown).into_response())
}

fn previewed(led: &Led, found: Result<Vec<Line>, Not<NoClub>>) -> Result<Result<Vec<Line>, Said>, Fault> {
    match found {
        Ok(lines) => Ok(Ok(lines)),
        Err(not) => Ok(Err(said(led, not)?.0)),
    }
}

pub async fn make(led: Led, Form(typed): Form<SeriesForm>) -> Result<Response, Fault> {
    let Ok(wanted) = typed.read(led.club.today()) else { return form(&led, (typed, true), None).await };
    let once = led.club.once(&typed.once, &typed);
    match led.club.meet(&wanted, once).await {
        Ok(id) => Ok(Redirect::to(&led.club.path(&format!("/series/{id}"))).into_response()),
        Err(not) => {
            let (_, refusal) = said(&led, not)?;
            form(&led, (typed, true), Some(refusal)).await
        }
    }
}

pub async fn show(led: Led, Values(OfSeries { series: id }): Values<OfSeries>) -> Result<Response, Fault> {
    one(&led, id, None).await
}

async fn one(led: &Led, id: SeriesId, refused: Option<NoClub>) -> Result<Response, Fault> {
    let read = led.club.read().await?;
    let v = led.v.at(led.club.path(&format!("/series/{id}")));
    let no = refused.map(|r| (says::said(&v, &led.club.station.zone, &r), r.status()));
    let no = no.as_ref().map(|(said, status)| (said, *status));
    let f = Frame { v: &v, station: &led.club.station };
    Ok(pages::one(f, (&read.seen.club, read.series(id)?), no, led.club.is_staff()).into_response())
}

/// The form for one date, with the time that it has.
pub async fn date(led: Led, Values(OfDate { series: id, on }): Values<OfDate>) -> Result<Response, Fault> {
    let read = led.club.read().await?;
    let form = begun(&led.club.asking(), read.series(id)?, on)?;
    edit(&led, (id, on), (&form, &Problems::default()), None).await
}

async fn edit(
    led: &Led,
    (id, on): (SeriesId, Date),
    typed: (&DateForm, &Problems),
    refused: Option<NoClub>,
) -> Result<Response, Fault> {
    let read = led.club.read().await?;
    let v = led.v.at(led.club.path(&format!("/series/{id}/dates/{on}")));
    let no = refused.map(|r| (says::said(&v, &led.club.station.zone, &r), r.status()));
    let no = no.as_ref().map(|(said, status)| (said, *status));
    let f = Frame { v: &v, station: &led.club.station };
    let of = (&read.seen.club, read.series(id)?, on);
    Ok(pages::one_date(f, of, typed, (no, led.club.is_staff())).into_response())
}

pub async fn set_time(
    led: Led,
    Values(OfDate { series: id, on }): Values<OfDate>,
    Form(form): Form<DateForm>,
) -> Result<Response, Fault> {
    let new = match form.read(on) {
        Ok(new) => new,
        Err(problems) => return edit(&led, (id, on), (&form, &problems), None).await,
    };
    let once = led.club.once(&form.once, &(id, on, &form));
    match led.club.set_time(id, on, new, once).await {
        Ok(id) => Ok(Redirect::to(&led.club.path(&format!("/series/{id}"))).into_response()),
        Err(not) => {
            let (_, refusal) = said(&led, not)?;
            edit(&led, (id, on), (&form, &Problems::default()), Some(refusal)).await
        }
    }
}

pub async fn give_up(led: Led, Values(OfDate { series: id, on }): Values<OfDate>) -> Result<Response, Fault> {
    let done = led.club.give_up(id, on).await;
    after(&led, id, done).await
}

pub async fn end(led: Led, Values(OfSeries { series: id }): Values<OfSeries>) -> Result<Response, Fault> {
    let done = led.club.end(id, None).await;
    after(&led, id, done).await
}

async fn after(led: &Led, id: SeriesId, done: Result<(), Not<NoClub>>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&led.club.path(&format!("/series/{id}"))).into_response()),
        Err(not) => one(led, id, Some(said(led, not)?.1)).await,
    }
}
