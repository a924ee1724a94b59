//! The group's addresses.
mod public;
mod desk;
mod stalls;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub use desk::desk_tabs;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/fair", get(public::fair))
        .route("/s/{slug}/fair/stalls/new", get(public::new).post(public::apply))
        .route("/s/{slug}/fairs/{id}/stall-draw.json", get(public::draw))
        .route("/s/{slug}/fair/stalls/{id}", get(public::stall))
        .route("/s/{slug}/fair/stalls/{id}/withdrawal", post(public::withdraw))
        .route("/s/{slug}/desk/fair", get(desk::next))
        .route("/s/{slug}/desk/fair/{id}", get(desk::show))
        .route("/s/{slug}/desk/fair/{id}/copy", post(desk::copy))
        .route("/s/{slug}/desk/fair/{id}/entries", post(desk::add_entry))
        .route("/s/{slug}/desk/fair/{id}/entries/{entry}/cancellation", post(desk::call_off_entry))
        .route("/s/{slug}/desk/fair/{id}/entries/{entry}/removal", post(desk::remove_entry))
        .route("/s/{slug}/desk/fair/{id}/terms", post(stalls::terms))
        .route("/s/{slug}/desk/fair/{id}/draw", post(stalls::draw))
        .route("/s/{slug}/desk/fair/{id}/places", post(desk::add_place))
        .route("/s/{slug}/desk/fair/{id}/places/removal", post(desk::remove_place))
        .route("/s/{slug}/desk/fair/{id}/stalls", post(stalls::apply))
        .route("/s/{slug}/desk/fair/{id}/stalls/{stall}/place", post(stalls::give))
        .route("/s/{slug}/desk/fair/{id}/stalls/{stall}/withdrawal", post(stalls::withdraw))
        .merge(assets::routes())
}
