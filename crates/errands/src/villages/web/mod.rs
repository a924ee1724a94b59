//! The group's addresses.
mod public;
mod desk;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/village-days", get(public::days))
        .route("/s/{slug}/village-days/{id}", get(public::day))
        .route("/s/{slug}/village-days/{id}/visits", post(public::ask))
        .route("/s/{slug}/village-visits/{id}", get(public::visit))
        .route("/s/{slug}/village-visits/{id}/answer", post(public::answer))
        .route("/s/{slug}/tickets/{id}/village", get(public::living).post(public::say_village))
        .route("/s/{slug}/desk/village-days", get(desk::list))
        .route("/s/{slug}/desk/village-days/new", get(desk::new).post(desk::plan))
        .route("/s/{slug}/desk/village-days/{id}", get(desk::day))
        .route("/s/{slug}/desk/village-days/{id}/sheet", get(desk::sheet))
        .route("/s/{slug}/desk/village-days/{id}/visits", post(desk::ask))
        .route("/s/{slug}/desk/village-days/{id}/outcome", post(desk::enter))
        .route("/s/{slug}/desk/village-days/{id}/cancellation", post(desk::call_off))
        .route("/s/{slug}/desk/village-visits/{id}/answer", post(desk::answer))
        .merge(assets::routes())
}
