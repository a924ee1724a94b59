use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::fault::Fault;
use serde::Deserialize;

use crate::ReservationId;
use crate::acts;
use crate::answers;
use crate::desk::here::{Here, Named};
use crate::desk::pages::today::{self, Just};
use crate::desk::{TODAY, seen, told};
use crate::rules::VenueId;

/// Which day, which venue, and what has just been done to which reservation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: Option<String>,
    venue: Option<String>,
    did: Option<String>,
    of: Option<String>,
}

impl Asked {
    fn day(&self, here: &Here) -> (Date, Option<VenueId>) {
        let on = seen::day_asked(self.on.as_deref(), &here.desk.station, here.now());
        (on, self.venue.as_ref().and_then(|v| v.parse().ok()))
    }
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let refused = None;
    let did = asked.did.clone().zip(asked.of.as_ref().and_then(|id| id.parse::<ReservationId>().ok()));
    let just = match did {
        Some((step, id)) => Just { did: Some((step, one(&here, id).await?)), refused },
        None => Just { did: None, refused },
    };
    page(&here, asked.day(&here), just, StatusCode::OK).await
}

async fn one(here: &Here, id: ReservationId) -> Result<seen::Seen, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let (manager, withheld) = (here.ctx().manager, told::withheld(&here.v));
    let read = move |c: &mut kernel::db::Conn| {
        let receipt = answers::receipt(c, &station, id, now)?;
        let seen = seen::with_guests(c, &house, vec![receipt])?;
        let seen = if manager { seen } else { seen::without_no_shows(seen, now, &station, &withheld) };
        seen.into_iter().next().ok_or(Fault::NotFound)
    };
    here.house.db.snapshot(read).await
}

async fn page(here: &Here, day: (Date, Option<VenueId>), just: Just, status: StatusCode) -> Result<Response, Fault> {
    let (house, station, now, v) = (here.house.clone(), here.desk.station.clone(), here.now(), here.v.clone());
    let mut day = here.house.db.snapshot(move |c| seen::day(c, &house, &station, &v, day, now)).await?;
    let ctx = here.ctx();
    if !ctx.manager {
        day.all = seen::without_no_shows(day.all, now, ctx.station, &told::withheld(ctx.v));
    }
    let page = here.list(TODAY, &today::title(ctx, &day), status);
    Ok(page.body(today::body(ctx, &day, &just)).into_response())
}

/// One of the steps of a reservation: `check-in`, `completion`, `cancellation`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    step: String,
    #[serde(flatten)]
    asked: Asked,
}

pub async fn step(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let (house, station, actor) = (&here.house, &here.desk.station, here.actor());
    let done = match form.step.as_str() {
        "check-in" => acts::check_in(house, station, id, actor).await,
        "completion" => acts::complete(house, station, id, actor).await,
        "cancellation" => acts::cancel(house, station, id, actor).await,
        _ => return Err(Fault::NotFound),
    };
    let (on, venue) = form.asked.day(&here);
    match here.or_said(done)? {
        Ok(_) => Ok(Redirect::to(&today::after(here.ctx(), on, venue, (&form.step, id))).into_response()),
        Err((_, said)) => {
            let just = Just { did: None, refused: Some(said) };
            let here = here.clone().read_at(here.ctx().today(on, venue));
            page(&here, (on, venue), just, StatusCode::CONFLICT).await
        }
    }
}
