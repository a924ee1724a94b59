//! The pages of season rounds, and what their forms do.
mod looks;
mod apply;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/seasons", get(looks::list))
        .route("/s/{slug}/seasons/{id}", get(looks::round))
        .route("/s/{slug}/seasons/{id}/round.json", get(looks::file))
        .route("/s/{slug}/seasons/{id}/application", get(apply::form).post(apply::send))
        .route("/s/{slug}/seasons/{id}/withdrawal", post(apply::withdraw))
}
