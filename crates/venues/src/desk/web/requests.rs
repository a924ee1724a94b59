use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::refusal::Said;
use serde::Deserialize;

use crate::ReservationId;
use crate::acts;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::requests;
use crate::desk::{REQUESTS, seen};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    did: Option<String>,
}

pub async fn show(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&here, asked.did.as_deref(), None).await
}

async fn page(here: &Here, did: Option<&str>, refused: Option<&Said>) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c| seen::requests(c, &house, &station, now)).await?;
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let page = here.list(REQUESTS, &here.v.t("venues-desk-requests-title"), status);
    Ok(page.body(requests::body(here.ctx(), &all, did, refused)).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    answer: String,
}

pub async fn answer(
    Manager(here): Manager,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let approve = match form.answer.as_str() {
        "approval" => true,
        "refusal" => false,
        _ => return Err(Fault::NotFound),
    };
    let decided = acts::decide_request(&here.house, &here.desk.station, id, here.actor(), approve).await;
    match here.or_said(decided)? {
        Ok(_) => Ok(Redirect::to(&here.ctx().path(&format!("/requests?did={}", form.answer))).into_response()),
        Err((_, said)) => {
            let here = here.clone().read_at(here.ctx().path("/requests"));
            page(&here, None, Some(&said)).await
        }
    }
}
