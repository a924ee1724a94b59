//! The pages' addresses.
mod public;
mod desk;

use axum::Router;
use axum::routing::get;
use kernel::house::House;

use crate::{cards, team};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/", get(public::root))
        .route("/directory", get(public::directory))
        .route("/s/{slug}", get(public::home))
        .route("/s/{slug}/about", get(public::about))
        .route("/s/{slug}/poster", get(public::poster))
        .route("/s/{slug}/qr.svg", get(public::qr))
        .route("/s/{slug}/desk", get(desk::begin))
        .route("/s/{slug}/desk/live", get(desk::news))
        .route("/s/{slug}/desk/station", get(desk::station).post(desk::change_station))
        .route("/s/{slug}/desk/station/opening-preview", get(desk::preview))
        .route("/s/{slug}/desk/owners", get(desk::owners).post(desk::add_owner))
        .route("/s/{slug}/desk/owners/{owner}", get(desk::owner).post(desk::rename_owner))
        .merge(cards::routes())
        .merge(team::routes())
}
