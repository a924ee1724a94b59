//! Whom a clerk tells by voice.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::types::Id;
use kernel::fault::Fault;
use serde::Deserialize;

use crate::acts;
use crate::desk::here::Here;
use crate::desk::pages::to_tell;
use crate::desk::{TELL, act};

pub async fn show(here: Here) -> Result<Response, Fault> {
    let all = act::to_tell(&here).await?;
    let body = to_tell::body(here.ctx(), &all, &here.fresh_once());
    Ok(here.list(TELL, &here.v.t("promises-tab"), StatusCode::OK).body(body).into_response())
}

/// What became of one call. A second press finds it noted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Noted {
    id: String,
    outcome: String,
}

pub async fn note(here: Here, Form(noted): Form<Noted>) -> Result<Response, Fault> {
    let id: Id = noted.id.parse().map_err(|_| Fault::NotFound)?;
    let told = match noted.outcome.as_str() {
        "told" => true,
        "not-reached" => false,
        _ => return Err(Fault::NotFound),
    };
    acts::settle_call(&here.house, &here.desk.station, (id, told), here.staff()).await?;
    Ok(Redirect::to(&here.ctx().path("/told")).into_response())
}
