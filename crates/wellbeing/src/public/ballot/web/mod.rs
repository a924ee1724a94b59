//! The addresses of the ballot. A code stands in one address only, the one in the picture on the ballot: that page is kept nowhere and
//! is told to nobody as where somebody came from.
mod ballot;
mod machine;
mod tip;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use stations::At;

use super::assets;
use super::forms::Which;
use super::reads;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/survey", get(ballot::show).post(ballot::answer))
        .route("/s/{slug}/survey/thanks", get(ballot::thanks))
        .route("/s/{slug}/survey/tip", get(tip::show).post(tip::tell))
        .route("/s/{slug}/survey/draw.json", get(sheet))
        .route("/s/{slug}/kiosk/survey", get(machine::show).post(machine::answer))
        .route("/s/{slug}/kiosk/survey/thanks", get(machine::thanks))
        .route("/s/{slug}/kiosk/survey/tip", get(machine::tip).post(machine::tell))
        .merge(assets::routes())
}

/// Kept nowhere. The next page learns no more of this address than the site: with `no-referrer` browsers would also send forms as if
/// they came from nowhere (Fetch, "append a request Origin header"), and a form from nowhere is refused.
fn private(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    response
}

/// The draw of households as a file: what its sum is of.
async fn sheet(State(house): State<House>, at: At, Ask(which): Ask<Which>) -> Result<Response, Fault> {
    let text = reads::draw(&house, &at.station, which.survey.as_deref()).await?;
    Ok(([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-cache")], text).into_response())
}
