//! The addresses of surveys at the desk. Typing in answers is everybody's of staff; the rest is managers'.
mod top;
mod manage;
mod printing;
mod typing;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::house::House;
use kernel::upload;
use people::Role;
use stations::Here;

use super::assets;
use super::pages::Frame;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/survey", get(top::top))
        .route("/s/{slug}/desk/survey/new", get(top::new).post(top::make))
        .route("/s/{slug}/desk/survey/paper", get(typing::paper).post(typing::type_in))
        .route("/s/{slug}/desk/survey/ask", get(typing::ask).post(typing::asked))
        .route("/s/{slug}/desk/survey/{id}", get(manage::survey))
        .route("/s/{slug}/desk/survey/{id}/list", get(manage::list).post(manage::keep_list).layer(upload::limit()))
        .route("/s/{slug}/desk/survey/{id}/draw", post(manage::draw))
        .route("/s/{slug}/desk/survey/{id}/draw.json", get(manage::sheet))
        .route("/s/{slug}/desk/survey/{id}/taken-back", post(manage::take_back))
        .route("/s/{slug}/desk/survey/{id}/empty", post(manage::empty))
        .route("/s/{slug}/desk/survey/{id}/households", get(printing::households))
        .route("/s/{slug}/desk/survey/{id}/ballots", post(printing::ballots))
        .merge(assets::routes())
}

fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station, manages: here.desk.staff.role >= Role::Manager }
}

/// A page that no browser and nothing between keeps: it has addresses, codes or what somebody answers.
fn private(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
