use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Said};
use serde::Deserialize;

use crate::answers::{self, DayOf};
use crate::desk::forms::BookForm;
use crate::desk::here::Here;
use crate::desk::pages::{book, today};
use crate::desk::{BOOK, act, seen};
use crate::rules::{Refusal, Span};

/// What a link to the page says: the offering, the day, a clock time.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    offering: String,
    on: Option<String>,
    at: String,
    /// The id of a household's card that was scanned.
    card: String,
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if asked.offering.is_empty() {
        return choose(&here, &asked.card).await;
    }
    let day = day(&here, &asked.offering, asked.on.as_deref()).await?;
    let station = &here.desk.station;
    let proposed = BookForm::proposed(&day.offering, day.on, &asked.at, &day.slots, &station.zone);
    let form = BookForm { once: here.fresh_once(), card: asked.card, ..proposed };
    page(&here, &day, &form, (&Problems::default(), None)).await
}

async fn choose(here: &Here, card: &str) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let catalogue = here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?;
    let page = here.page(BOOK, &here.v.t("venues-desk-book-title"));
    Ok(page.body(book::what(here.ctx(), &catalogue, card)).into_response())
}

async fn day(here: &Here, slug: &str, on: Option<&str>) -> Result<DayOf, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let (on, slug) = (seen::day_asked(on, &station, now), slug.to_owned());
    let read = move |c: &mut Conn| {
        let offering = answers::offering(c, &station, &slug)?;
        Ok::<_, Not<Refusal>>(answers::day(c, &house, &station, &offering, on, None, now)?)
    };
    match here.house.db.snapshot(read).await {
        Ok(day) => Ok(day),
        Err(Not::Refused(_)) => Err(Fault::NotFound),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

type Wrong<'a> = (&'a Problems, Option<(&'a Said, &'a [Span])>);

async fn page(here: &Here, day: &DayOf, form: &BookForm, (problems, refused): Wrong<'_>) -> Result<Response, Fault> {
    let household = match form.card.parse() {
        Ok(card) => Some(act::household(here, card).await?),
        Err(_) => None,
    };
    let name = here.v.pick(&day.offering.name.zh, &day.offering.name.en);
    let title = here.v.ta("venues-desk-book-title-of", &[("offering", name.into())]);
    let status = if refused.is_some() { axum::http::StatusCode::CONFLICT } else { problems.status() };
    let back = here.ctx().path("/reservations/new");
    let page = here.page(BOOK, &title).back(here.v.t("venues-desk-book-other"), back).status(status);
    let body = book::body(here.ctx(), &book::Booking { day, form, household: household.as_ref(), problems, refused });
    Ok(page.body(body).into_response())
}

pub async fn book(here: Here, Form(form): Form<BookForm>) -> Result<Response, Fault> {
    let zone = &here.desk.station.zone;
    let taking = match form.read(zone, here.now()) {
        Ok(taking) => taking,
        Err(problems) => {
            let day = day(&here, &form.offering, Some(&form.on)).await?;
            return page(&here, &day, &form, (&problems, None)).await;
        }
    };
    let on = here.v.when(zone).date(taking.ask.from);
    match here.or_said(act::book(&here, &taking, &form.once).await)? {
        Ok(booked) => Ok(Redirect::to(&today::after(here.ctx(), on, None, ("book", booked.id))).into_response()),
        Err((refusal, said)) => {
            let nearest = act::nearest(&here, &taking, &refusal).await?;
            let day = day(&here, &form.offering, Some(&on.to_string())).await?;
            // The next try is another request: it must not get this one's answer, nor the time that did not work.
            let form = BookForm { once: here.fresh_once(), pick: String::new(), at: String::new(), ..form };
            page(&here, &day, &form, (&Problems::default(), Some((&said, &nearest)))).await
        }
    }
}
