//! The pages of waiting and of offers, and what their forms do.
mod wait;
mod offer;
mod desk;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/venues/{offering}/wait", get(wait::ask))
        .route("/s/{slug}/waits", get(wait::nothing_here).post(wait::stand))
        .route("/s/{slug}/waits/{id}", get(wait::show))
        .route("/s/{slug}/waits/{id}/end", post(wait::stop))
        .route("/s/{slug}/offers/{id}", get(offer::show))
        .route("/s/{slug}/offers/{id}/acceptance", post(offer::accept))
        .route("/s/{slug}/offers/{id}/refusal", post(offer::decline))
        .route("/s/{slug}/offers/{id}/codes", post(offer::code))
        .route("/s/{slug}/desk/waits", get(desk::show).post(desk::stand))
        .route("/s/{slug}/desk/waits/{id}/end", post(desk::stop))
        .route("/s/{slug}/desk/offers/{id}/answer", post(desk::answer))
        .route("/s/{slug}/desk/openings/{id}/displaced", get(desk::displaced))
}
