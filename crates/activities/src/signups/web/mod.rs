//! The group's addresses.
mod public;
mod code;
mod card;
mod desk;

pub use public::{counted, once_of};

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/occurrences/{id}/signups", get(public::form).post(public::join))
        .route("/s/{slug}/occurrences/{id}/signups/by-card", get(card::show).post(card::join))
        .route("/s/{slug}/signups/{id}", get(public::signup))
        .route("/s/{slug}/signups/{id}/answer", post(public::answer))
        .route("/s/{slug}/signups/{id}/confirmation", get(code::show).post(code::prove))
        .route("/s/{slug}/signups/{id}/codes", post(code::again))
        .route("/s/{slug}/desk/signups/new", get(desk::household))
        .route("/s/{slug}/desk/occurrences/{id}/people", get(desk::list))
        .route("/s/{slug}/desk/occurrences/{id}/signups", post(desk::join))
        .route("/s/{slug}/desk/occurrences/{id}/draw", post(desk::draw))
        .route("/s/{slug}/desk/signups/{id}/answer", post(desk::answer))
        .merge(assets::routes())
}
