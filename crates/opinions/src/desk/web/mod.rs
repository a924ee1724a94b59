//! The addresses of the desk.
mod inbox;
mod case;
mod steps;
mod decide;
mod paper;
mod setup;
mod month;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::house::House;
use people::Role;
use stations::{Group, Tab};

use super::{TAB, assets};

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/opinions", role: Role::Clerk, group: Group::Today }]
}

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/opinions", get(inbox::show))
        .route("/s/{slug}/desk/opinions/new", get(paper::form).post(paper::leave))
        .route("/s/{slug}/desk/opinions/decisions/{id}", get(decide::show).post(decide::decide))
        .merge(managers())
        .merge(one())
        .merge(assets::routes())
}

/// What only managers have.
fn managers() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/opinions/month", get(month::show))
        .route("/s/{slug}/desk/opinions/month/print", get(month::print))
        .route("/s/{slug}/desk/opinions/categories", get(setup::categories))
        .route("/s/{slug}/desk/opinions/categories/usual", post(setup::usual))
        .route("/s/{slug}/desk/opinions/categories/new", get(setup::new_category).post(setup::add_category))
        .route("/s/{slug}/desk/opinions/categories/{id}", get(setup::category).post(setup::set_category))
        .route("/s/{slug}/desk/opinions/setting", post(setup::set_setting))
        .route("/s/{slug}/desk/opinions/templates", get(setup::templates))
        .route("/s/{slug}/desk/opinions/templates/new", get(setup::new_template).post(setup::add_template))
        .route("/s/{slug}/desk/opinions/templates/{id}", get(setup::template).post(setup::set_template))
        .route("/s/{slug}/desk/opinions/templates/{id}/removal", post(setup::drop_template))
}

/// One opinion.
fn one() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/opinions/{id}", get(case::show))
        .route("/s/{slug}/desk/opinions/{id}/print", get(case::print))
        .route("/s/{slug}/desk/opinions/{id}/photos/{photo}", get(case::photo))
        .route("/s/{slug}/desk/opinions/{id}/screening", post(steps::screen))
        .route("/s/{slug}/desk/opinions/{id}/assignments", post(steps::assign))
        .route("/s/{slug}/desk/opinions/{id}/beginnings", post(steps::take_up))
        .route("/s/{slug}/desk/opinions/{id}/questions", post(steps::ask))
        .route("/s/{slug}/desk/opinions/{id}/answers", post(steps::answer))
        .route("/s/{slug}/desk/opinions/{id}/elsewhere", post(steps::elsewhere))
        .route("/s/{slug}/desk/opinions/{id}/merging", post(steps::merge))
        .route("/s/{slug}/desk/opinions/{id}/notes", post(steps::note))
        .route("/s/{slug}/desk/opinions/{id}/named", post(steps::name))
        .route("/s/{slug}/desk/opinions/{id}/named/lifting", post(steps::lift))
        .route("/s/{slug}/desk/opinions/{id}/public", post(steps::write_public))
        .route("/s/{slug}/desk/opinions/{id}/hiding", post(steps::ask_hide))
}

/// A page that no browser and nothing between keeps, whoever is signed in.
fn private(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
