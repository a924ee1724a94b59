//! A round on its page at the desk, as it is and after a step that did not work.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use maud::Markup;
use stations::Owner;

use super::pages;
use crate::RoundId;
use crate::desk::SERIES;
use crate::desk::here::Here;
use crate::seasons::answers::Look;
use crate::seasons::forms::{ApplyForm, ChangeForm};
use crate::seasons::reads;

/// A page below the list of rounds.
pub fn below(here: &Here, title: &str, status: StatusCode, body: Markup) -> Response {
    let back = here.v.t("seasons-desk-title");
    here.page(SERIES, title).back(back, here.ctx().path("/seasons")).status(status).body(body).into_response()
}

pub fn status(problems: &Problems) -> StatusCode {
    match (&problems.whole, problems.none()) {
        (_, true) => StatusCode::OK,
        (Some(_), _) => StatusCode::CONFLICT,
        (None, _) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// What was typed into one of the forms of a round.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    pub apply: &'a ApplyForm,
    pub change: &'a ChangeForm,
    pub reason: &'a str,
    pub problems: &'a Problems,
}

pub async fn one(here: &Here, id: RoundId, typed: Typed<'_>) -> Result<Response, Fault> {
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
