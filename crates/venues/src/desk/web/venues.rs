use std::collections::BTreeMap;

use axum::extract::{Form, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;
use stations::Owner;

use crate::answers;
use crate::desk::forms::{OfferingForm, VenueForm, WINDOWS};
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::venue::{Edit, Preview};
use crate::desk::pages::windows::{self, Means};
use crate::desk::pages::{offering, venue, venues};
use crate::desk::{VENUES, act, seen};
use crate::rules::{Offering, Venue};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The number of the venue that was just changed, or of the offering.
    kept: Option<i32>,
    kept_offering: Option<i32>,
}

pub async fn list(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c| answers::overview(c, &house, &station, now)).await?;
    let venue = all.iter().find(|f| Some(f.venue.id) == asked.kept).map(|f| &f.venue.name);
    let offering = all.iter().find(|f| Some(f.offering.id) == asked.kept_offering).map(|f| &f.offering.name);
    let kept = venue.or(offering).map(|name| here.v.pick(&name.zh, &name.en));
    let page = here.page(VENUES, &here.v.t("venues-desk-venues-title"));
    Ok(page.body(venues::body(here.ctx(), &all, kept)).into_response())
}

/// A venue as it is, and what belongs to it.
struct Known {
    venue: Venue,
    offerings: Vec<Offering>,
    owners: Vec<Owner>,
}

async fn known(here: &Here, id: i32) -> Result<Known, Fault> {
    let station = here.desk.station.clone();
    let read = move |c: &mut Conn| {
        let catalogue = answers::catalogue(c, &station)?;
        Ok::<_, Fault>(Known {
            venue: catalogue.venue(id).cloned().ok_or(Fault::NotFound)?,
            offerings: catalogue.offerings_of(id).cloned().collect(),
            owners: stations::owners(c, station.id)?,
        })
    };
    here.house.db.snapshot(read).await
}

pub async fn show(Manager(here): Manager, At(Named { id }): At<Named<i32>>) -> Result<Response, Fault> {
    let known = known(&here, id).await?;
    let form = VenueForm::of(&known.venue);
    page(&here, &known, &form, &Problems::default()).await
}

async fn page(here: &Here, known: &Known, form: &VenueForm, problems: &Problems) -> Result<Response, Fault> {
    let preview = means(here, &known.venue, &form.hours).await?;
    let Known { venue: of, offerings, owners } = known;
    let title = here.v.pick(&of.name.zh, &of.name.en);
    let page = here.page(VENUES, title).back(here.v.t(VENUES), here.ctx().path("/venues")).status(problems.status());
    let edit = Edit { venue: of, owners, offerings, form, problems, preview: &preview };
    Ok(page.body(venue::body(here.ctx(), &edit)).into_response())
}

/// How many days the preview of opening hours shows.
const DAYS_SHOWN: i32 = 8;

/// What hours mean, together with the station's and with closures.
async fn means(here: &Here, venue: &Venue, hours: &str) -> Result<Preview, Fault> {
    let hours = hours.trim();
    let mut problems = Problems::default();
    if !hours.is_empty() && stations::hours(&mut problems, hours).is_none() {
        return Ok(Preview::Wrong(problems.of(&here.v, "hours").unwrap_or_default()));
    }
    let venue = Venue { hours: (!hours.is_empty()).then(|| hours.to_owned()), ..venue.clone() };
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let read = move |c: &mut Conn| seen::openings_ahead(c, &house, &station, &venue, DAYS_SHOWN);
    Ok(Preview::Means(here.house.db.snapshot(read).await?))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    hours: String,
}

/// Only the part that shows what the hours mean.
pub async fn preview(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Query(typed): Query<Typed>,
) -> Result<Response, Fault> {
    let of = act::venue_now(&here, id).await?;
    let preview = means(&here, &of, &typed.hours).await?;
    Ok(Html(venue::preview(here.ctx(), &preview).into_string()).into_response())
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<VenueForm>,
) -> Result<Response, Fault> {
    let known = known(&here, id).await?;
    if !form.show.is_empty() {
        return page(&here, &known, &form, &Problems::default()).await;
    }
    let owners: Vec<i32> = known.owners.iter().map(|o| o.id).collect();
    let problems = match form.read(&known.venue, &owners) {
        Err(problems) => problems,
        Ok(venue) => match here.or_said(act::edit_venue(&here, venue).await)? {
            Ok(()) => return Ok(Redirect::to(&here.ctx().path(&format!("/venues?kept={id}"))).into_response()),
            Err((_, said)) => Problems::about_the_whole(said),
        },
    };
    page(&here, &known, &form, &problems).await
}

pub async fn show_offering(Manager(here): Manager, At(Named { id }): At<Named<i32>>) -> Result<Response, Fault> {
    let of = act::offering_now(&here, id).await?;
    let form = OfferingForm::of(&of);
    offering_page(&here, &of, &form, &Problems::default())
}

fn offering_page(here: &Here, of: &Offering, form: &OfferingForm, problems: &Problems) -> Result<Response, Fault> {
    let means = WINDOWS.iter().map(|w| window_means(here, form.number(w.hours))).collect::<Result<Vec<_>, _>>()?;
    let name = here.v.pick(&of.name.zh, &of.name.en);
    let title = here.v.ta("venues-desk-offering-title", &[("offering", name.into())]);
    let page = here.page(VENUES, &title).back(here.v.t(VENUES), here.ctx().path("/venues")).status(problems.status());
    Ok(page.body(offering::body(here.ctx(), (of, form), problems, &means)).into_response())
}

/// On so many days a priority window is shown, of so many that are looked at.
const WINDOW_DAYS: (usize, i32) = (5, 28);

/// What the hours of a priority window mean.
fn window_means(here: &Here, hours: &str) -> Result<Means, Fault> {
    let hours = hours.trim();
    if hours.is_empty() {
        return Ok(Means::Nothing);
    }
    let mut problems = Problems::default();
    if stations::hours(&mut problems, hours).is_none() {
        return Ok(Means::Wrong(problems.of(&here.v, "hours").unwrap_or_default()));
    }
    let (most, days) = WINDOW_DAYS;
    let mut ahead = seen::window_ahead(&here.house, &here.desk.station, hours, days)?;
    ahead.truncate(most);
    Ok(Means::Days(ahead))
}

/// Only the part that shows what the hours of one window mean.
pub async fn window_preview(
    Manager(here): Manager,
    Query(typed): Query<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let asked = WINDOWS.iter().find_map(|w| Some((w, typed.get(w.hours)?)));
    let (window, hours) = asked.ok_or(Fault::NotFound)?;
    let means = window_means(&here, hours)?;
    Ok(Html(windows::preview(here.ctx(), window, &means).into_string()).into_response())
}

pub async fn keep_offering(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<OfferingForm>,
) -> Result<Response, Fault> {
    let of = act::offering_now(&here, id).await?;
    if !form.show.is_empty() {
        return offering_page(&here, &of, &form, &Problems::default());
    }
    let problems = match form.read(&of) {
        Err(problems) => problems,
        Ok(offering) => match here.or_said(act::edit_offering(&here, offering).await)? {
            Ok(()) => return Ok(Redirect::to(&here.ctx().path(&format!("/venues?kept_offering={id}"))).into_response()),
            Err((_, said)) => Problems::about_the_whole(said),
        },
    };
    offering_page(&here, &of, &form, &problems)
}
