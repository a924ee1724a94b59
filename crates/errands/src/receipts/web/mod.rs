//! The group's addresses.
mod own;
mod desk;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/receipts/{id}", get(own::receipt))
        .route("/s/{slug}/receipts/{id}/slip", get(own::slip))
        .route("/s/{slug}/desk/drop-offs", get(desk::list))
        .route("/s/{slug}/desk/drop-offs/new", get(desk::new).post(desk::leave))
        .route("/s/{slug}/desk/drop-offs/{id}", get(desk::show))
        .route("/s/{slug}/desk/drop-offs/{id}/steps", post(desk::step))
}
