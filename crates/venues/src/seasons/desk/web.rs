//! The desk's pages of season rounds.
use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use maud::Markup;
use stations::Owner;

use super::{new, pages, steps};
use crate::RoundId;
use crate::answers as rooms;
use crate::desk::SERIES;
use crate::desk::here::{Here, Manager, Named};
use crate::seasons::answers::Look;
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
    Ok(below(here, &here.v.t("seasons-desk-new"), status(problems), body))
}

/// A page below the list of rounds.
fn below(here: &Here, title: &str, status: StatusCode, body: Markup) -> Response {
    let back = here.v.t("seasons-desk-title");
    here.page(SERIES, title).back(back, here.ctx().path("/seasons")).status(status).body(body).into_response()
}

async fn catalogue(here: &Here) -> Result<Catalogue, Fault> {
    let station = here.desk.station.clone();
    here.house.db.snapshot(move |c| rooms::catalogue(c, &station)).await
}

fn status(problems: &Problems) -> StatusCode {
    match (&problems.whole, problems.none()) {
        (_, true) => StatusCode::OK,
        (Some(_), _) => StatusCode::CONFLICT,
        (None, _) => StatusCode::UNPROCESSABLE_ENTITY,
    }
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
    one(&here, id, Typed { apply: &apply, change: &change, reason: "", problems: &fine }).await
}

/// What was typed into one of the forms of a round.
#[derive(Clone, Copy)]
pub(super) struct Typed<'a> {
    pub apply: &'a ApplyForm,
    pub change: &'a ChangeForm,
    pub reason: &'a str,
    pub problems: &'a Problems,
}

pub(super) async fn one(here: &Here, id: RoundId, typed: Typed<'_>) -> Result<Response, Fault> {
    let (look, owners) = round(here, id).await?;
    let once = here.fresh_once();
    let Typed { apply, change, reason, problems } = typed;
    let filled = pages::Typed { apply, change, reason, problems, once: &once };
    let body = pages::round(here.ctx(), (&look, &owners), filled);
    Ok(below(here, &look.round.terms.title, status(problems), body))
}

async fn round(here: &Here, id: RoundId) -> Result<(Look, Vec<Owner>), Fault> {
    let look = reads::look(&here.house, &here.desk.station, id).await?;
    let station = here.desk.station.id;
    let owners = here.house.db.read(move |c| stations::owners(c, station)).await?;
    Ok((look, owners))
}
