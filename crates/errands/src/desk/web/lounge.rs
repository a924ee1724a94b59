//! Counting the seats of the lounge, and for managers how many there are.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use people::Role;
use serde::Deserialize;

use crate::desk::CALLS;
use crate::desk::here::{Here, Manager};
use crate::desk::pages::lounge::{Page, body};
use crate::lounge::{self, MOST_SEATS, Tap};
use crate::rules::DeskId;

pub async fn show(here: Here) -> Result<Response, Fault> {
    page(&here, None, &Problems::default()).await
}

async fn page(here: &Here, typed: Option<&str>, problems: &Problems) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let seats = here.house.db.read(move |c| lounge::seats(c, &station, now)).await?;
    let now = seats.map_or(0, |s| s.of).to_string();
    let manages = here.desk.staff.role == Role::Manager;
    let (once, typed) = (here.fresh_once(), manages.then(|| typed.unwrap_or(&now)));
    let page = Page { seats: seats.as_ref(), once: &once, typed, problems };
    let shell = here.page(CALLS, &here.v.t("lounge-title")).back(here.v.t(CALLS), here.ctx().path("/calls"));
    Ok(shell.status(problems.status()).body(body(here.ctx(), &page)).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tapped {
    once: String,
    tap: String,
    /// To whose calls it leads back.
    desk: String,
}

/// Several taps share a form, and each is a request of its own.
pub async fn tap(here: Here, Form(form): Form<Tapped>) -> Result<Redirect, Fault> {
    let tap = Tap::ALL.into_iter().find(|t| t.name() == form.tap).ok_or(Fault::NotFound)?;
    let key = if form.once.is_empty() { String::new() } else { format!("{} {}", form.once, form.tap) };
    let once = here.once(&key, &("lounge", tap));
    lounge::look(&here.house, &here.desk.station, (tap, here.staff()), once).await?;
    let desk: Option<DeskId> = form.desk.parse().ok();
    let back = if desk.is_some() { here.ctx().calls(desk) } else { here.ctx().path("/lounge") };
    Ok(Redirect::to(&back))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SeatsForm {
    once: String,
    seats: String,
}

pub async fn furnish(Manager(here): Manager, Form(form): Form<SeatsForm>) -> Result<Response, Fault> {
    let path = here.ctx().path("/lounge");
    let typed = form.seats.trim();
    match typed.parse().ok().filter(|n| (0..=MOST_SEATS).contains(n)) {
        Some(seats) => {
            let once = here.once(&form.once, &("lounge-seats", seats));
            lounge::furnish(&here.house, &here.desk.station, (seats, here.staff()), once).await?;
            Ok(Redirect::to(&path).into_response())
        }
        None => {
            let mut problems = Problems::default();
            problems.add("seats", "lounge-seats-wrong");
            page(&here.read_at(path), Some(typed), &problems).await
        }
    }
}
