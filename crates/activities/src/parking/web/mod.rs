//! The group's addresses.
mod public;
mod marshal;
mod desk;
mod lot;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub use desk::desk_tabs;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/parking", get(public::now))
        .route("/s/{slug}/parking/live", get(public::news))
        .route("/s/{slug}/parking/sign", get(public::sign))
        .route("/s/{slug}/parking/marshal/worker.js", get(assets::worker))
        .route("/s/{slug}/parking/marshal/{secret}", get(marshal::counting).post(marshal::tap))
        .route("/s/{slug}/parking/marshal/{secret}/moved", post(marshal::moved))
        .route("/s/{slug}/desk/parking", get(desk::list))
        .route("/s/{slug}/desk/parking/copy", post(desk::copy))
        .route("/s/{slug}/desk/parking/after/{id}", get(desk::after))
        .route("/s/{slug}/desk/parking/moves", post(desk::ask))
        .route("/s/{slug}/desk/parking/moves/done", post(desk::moved))
        .route("/s/{slug}/desk/parking/lots/new", get(lot::new).post(lot::add))
        .route("/s/{slug}/desk/parking/lots/{id}", get(lot::show))
        .route("/s/{slug}/desk/parking/lots/{id}/edit", get(lot::form).post(lot::edit))
        .route("/s/{slug}/desk/parking/lots/{id}/count", get(marshal::at_desk).post(marshal::tap_at_desk))
        .route("/s/{slug}/desk/parking/lots/{id}/count/moved", post(marshal::moved_at_desk))
        .route("/s/{slug}/desk/parking/lots/{id}/recounts", post(lot::recount))
        .route("/s/{slug}/desk/parking/lots/{id}/passes", post(lot::give))
        .route("/s/{slug}/desk/parking/lots/{id}/passes/{pass}/withdrawal", post(lot::take_back))
        .route("/s/{slug}/desk/parking/lots/{id}/closing", post(lot::close))
        .route("/s/{slug}/desk/parking/lots/{id}/removal", post(lot::remove))
        .merge(assets::routes())
}
