//! The desk's addresses: what is to come, and below it activities as a whole and one time.
mod plans;
mod times;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::fault::Fault;
use kernel::house::House;

use super::TAB;
use super::here::Here;
use super::pages;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/activities", get(list).post(plans::publish))
        .route("/s/{slug}/desk/activities/new", get(plans::new))
        .route("/s/{slug}/desk/activities/preview", get(plans::preview))
        .route("/s/{slug}/desk/activities/{id}/edit", get(plans::edit).post(plans::change))
        .route("/s/{slug}/desk/occurrences/{id}", get(times::time).post(times::change_one))
        .route("/s/{slug}/desk/occurrences/{id}/cancellation", post(times::call_off))
}

/// So many times to come, and so many activities to hold once more.
const COMING: i64 = 20;
const PAST: usize = 4;

async fn list(here: Here) -> Result<Response, Fault> {
    let reading = here.reading();
    let (coming, past) = (reading.coming(COMING).await?, reading.past(PAST).await?);
    let page = here.renewed(here.page(TAB, &here.v.t(TAB)), StatusCode::OK);
    Ok(page.body(pages::list(here.ctx(), &coming, &past)).into_response())
}
