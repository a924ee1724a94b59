use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;

use crate::answers::{self, FreeNow};
use crate::desk::forms::WalkInForm;
use crate::desk::here::Here;
use crate::desk::pages::{today, walk_in};
use crate::desk::{WALK_INS, act};

pub async fn show(here: Here) -> Result<Response, Fault> {
    let tiles = tiles(&here).await?;
    let form = walk_in::proposed(&tiles, here.fresh_once());
    page(&here, &tiles, &form, &Problems::default())
}

async fn tiles(here: &Here) -> Result<Vec<FreeNow>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    here.house.db.snapshot(move |c| answers::overview(c, &house, &station, now)).await
}

fn page(here: &Here, tiles: &[FreeNow], form: &WalkInForm, problems: &Problems) -> Result<Response, Fault> {
    let page = here.page(WALK_INS, &here.v.t("venues-desk-walk-in-title")).status(problems.status());
    Ok(page.body(walk_in::body(here.ctx(), tiles, form, problems)).into_response())
}

pub async fn enter(here: Here, Form(form): Form<WalkInForm>) -> Result<Response, Fault> {
    let problems = match form.read(here.now()) {
        Err(problems) => problems,
        Ok(taking) => match here.or_said(act::walk_in(&here, &taking, &form.once).await)? {
            Ok(booked) => {
                let today = here.v.when(&here.desk.station.zone).today();
                let to = today::after(here.ctx(), today, None, ("walk-in", booked.id));
                return Ok(Redirect::to(&to).into_response());
            }
            Err((_, said)) => Problems::about_the_whole(said),
        },
    };
    let tiles = tiles(&here).await?;
    page(&here, &tiles, &form, &problems)
}
