use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use crate::acts::{self, Closing};
use crate::answers;
use crate::desk::forms::OpeningForm;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::{new_opening, openings};
use crate::desk::{OPENINGS, act, seen};
use crate::rules::{Venue, VenueId};

/// What was just laid, when the list follows on that; and what a link knows already of a further one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    laid: Option<Date>,
    cancelled: Option<String>,
    #[serde(flatten)]
    form: OpeningForm,
}

/// What there is, and the first step of a further one.
pub async fn list(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let fresh = OpeningForm::fresh(&asked.form.kind, &here.desk.station.zone, here.now());
    let form = match asked.form {
        form if form.from_on.is_empty() => OpeningForm { venue: form.venue, ..fresh },
        form => form,
    };
    let cancelled = asked.cancelled.and_then(|n| n.parse().ok()).unwrap_or(0);
    let laid = asked.laid.map(|on| openings::Laid { on, cancelled });
    first(&here, laid, &form, &Problems::default()).await
}

async fn first(
    here: &Here,
    laid: Option<openings::Laid>,
    form: &OpeningForm,
    problems: &Problems,
) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let read = move |c: &mut kernel::db::Conn| {
        Ok::<_, Fault>((answers::layers_from(c, &station, now)?, answers::catalogue(c, &station)?.venues))
    };
    let (mut layers, venues) = here.house.db.snapshot(read).await?;
    // They come in the order in which they were laid, which decides; people look for the next.
    layers.sort_by_key(|l| l.span.from);
    let page = here.page(OPENINGS, &here.v.t("venues-desk-openings-title")).status(problems.status());
    let form = new_opening::body(here.ctx(), &venues, form, problems);
    Ok(page.body(openings::body(here.ctx(), &layers, &venues, laid, form)).into_response())
}

async fn venues(here: &Here) -> Result<Vec<Venue>, Fault> {
    let station = here.desk.station.clone();
    Ok(here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?.venues)
}

/// The second step: whom it hits.
pub async fn hit(Manager(here): Manager, Query(form): Query<OpeningForm>) -> Result<Response, Fault> {
    let form = OpeningForm { once: here.fresh_once(), ..form };
    let venues = venues(&here).await?;
    let closing = match read(&here, &venues, &form) {
        Ok(closing) => closing,
        Err(problems) => return first(&here, None, &form, &problems).await,
    };
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let (venue, span) = (closing.venue, closing.span);
    let read = move |c: &mut kernel::db::Conn| {
        let hit = answers::hit_by(c, &station, venue, &span, now)?;
        seen::with_guests(c, &house, hit)
    };
    let hit = here.house.db.snapshot(read).await?;
    let title = here.v.t(new_opening::title(&form));
    let page = here.page(OPENINGS, &title).back(here.v.t(OPENINGS), new_opening::back(here.ctx(), &form));
    Ok(page.body(new_opening::confirm(here.ctx(), &venues, &form, &closing, &hit)).into_response())
}

fn read(here: &Here, venues: &[Venue], form: &OpeningForm) -> Result<Closing, Problems> {
    let known: Vec<VenueId> = venues.iter().map(|v| v.id).collect();
    form.read(&here.desk.station.zone, &known, here.now())
}

pub async fn lay(Manager(here): Manager, Form(form): Form<OpeningForm>) -> Result<Response, Fault> {
    let here = here.clone().read_at(new_opening::back(here.ctx(), &form));
    let venues = venues(&here).await?;
    let closing = match read(&here, &venues, &form) {
        Ok(closing) => closing,
        Err(problems) => return first(&here, None, &form, &problems).await,
    };
    let on = here.v.when(&here.desk.station.zone).date(closing.span.from);
    match here.or_said(act::lay(&here, closing, &form.once).await)? {
        Ok((_, cancelled)) if cancelled.is_empty() => {
            Ok(Redirect::to(&here.ctx().path(&format!("/openings?laid={on}&cancelled=0"))).into_response())
        }
        // Who was hit, and what each was offered.
        Ok((id, _)) => {
            let to = here.ctx().path(&format!("/openings/{id}/displaced"));
            Ok(Redirect::to(&to).into_response())
        }
        Err((_, said)) => first(&here, None, &form, &Problems::about_the_whole(said)).await,
    }
}

pub async fn revoke(Manager(here): Manager, At(Named { id }): At<Named<Id>>) -> Result<Response, Fault> {
    match acts::reopen(&here.house, &here.desk.station, id, here.staff()).await {
        // Taken back already, perhaps by the first of two taps: it is as they want it.
        Ok(()) | Err(Fault::NotFound) => Ok(Redirect::to(&here.ctx().path("/openings")).into_response()),
        Err(fault) => Err(fault),
    }
}
