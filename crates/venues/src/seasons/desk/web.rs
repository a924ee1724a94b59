//! The desk's pages of season rounds.
use axum::Router;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;

use super::pages::Typed;
use super::show::{below, one};
use super::{new, pages, steps};
use crate::RoundId;
use crate::answers as rooms;
use crate::desk::SERIES;
use crate::desk::here::{Here, Manager, Named};
use crate::seasons::forms::{ApplyForm, ChangeForm, RoundForm};
use crate::seasons::{acts, reads, says};
use crate::store::Catalogue;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/seasons", get(list).post(open))
        .route("/s/{slug}/desk/seasons/new", get(fresh))
        .route("/s/{slug}/desk/seasons/{id}", get(show))
        .route("/s/{slug}/desk/seasons/{id}/applications", post(steps::apply))
        .route("/s/{slug}/desk/seasons/{id}/applications/{application}/withdrawal", post(steps::withdraw))
        .route("/s/{slug}/desk/seasons/{id}/allocation", post(steps::allocate))
        .route("/s/{slug}/desk/seasons/{id}/changes", post(steps::change))
        .route("/s/{slug}/desk/seasons/{id}/confirmation", post(steps::confirm))
        .route("/s/{slug}/desk/seasons/{id}/awards", post(steps::try_again))
        .route("/s/{slug}/desk/seasons/{id}/cancellation", post(steps::call_off))
}

async fn list(here: Here) -> Result<Response, Fault> {
    let all = reads::all(&here.house, &here.desk.station).await?;
    let page = here.page(SERIES, &here.v.t("seasons-desk-title")).back(here.v.t(SERIES), here.ctx().path("/series"));
    Ok(page.body(pages::list(here.ctx(), &all)).into_response())
}

async fn fresh(Manager(here): Manager) -> Result<Response, Fault> {
    form(&here, &RoundForm::fresh(), &Problems::default()).await
}

async fn form(here: &Here, typed: &RoundForm, problems: &Problems) -> Result<Response, Fault> {
    let catalogue = catalogue(here).await?;
    let once = here.fresh_once();
    let body = new::form(here.ctx(), &catalogue, (typed, problems), &once);
    Ok(below(here, &here.v.t("seasons-desk-new"), problems.status(), body))
}

async fn catalogue(here: &Here) -> Result<Catalogue, Fault> {
    let station = here.desk.station.clone();
    here.house.db.snapshot(move |c| rooms::catalogue(c, &station)).await
}

async fn open(Manager(here): Manager, Form(typed): Form<RoundForm>) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().path("/seasons/new"));
    let new = typed.read().and_then(|shape| Ok((shape.checked(&here.desk.station.zone)?, shape)));
    let (new, shape) = match new {
        Ok(new) => new,
        Err(problems) => return form(&here, &typed, &problems).await,
    };
    let once = here.once(typed.get("once"), &shape);
    match acts::open(&here.house, &here.desk.station, new, here.staff(), once).await {
        Ok(id) => Ok(Redirect::to(&here.ctx().path(&format!("/seasons/{id}"))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&here.v, &here.desk.station.zone, &refusal);
            form(&here, &typed, &Problems::about_the_whole(said)).await
        }
    }
}

async fn show(here: Here, At(Named { id }): At<Named<RoundId>>) -> Result<Response, Fault> {
    let (apply, change, fine) = (ApplyForm::default(), ChangeForm::default(), Problems::default());
    one(&here, id, Typed { apply: &apply, change: &change, reason: "", problems: &fine, once: "" }).await
}
