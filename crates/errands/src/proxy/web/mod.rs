//! The group's addresses.
mod own;
mod desk;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/proxies/new", get(own::new).post(own::agree))
        .route("/s/{slug}/proxies/{id}", get(own::show))
        .route("/s/{slug}/proxies/{id}/withdrawal", post(own::withdraw))
        .route("/s/{slug}/desk/proxies", get(desk::list))
        .route("/s/{slug}/desk/proxies/new", get(desk::new).post(desk::agree))
        .route("/s/{slug}/desk/proxies/{id}/tickets", post(desk::draw))
        .route("/s/{slug}/desk/proxies/{id}/withdrawal", post(desk::withdraw))
}
