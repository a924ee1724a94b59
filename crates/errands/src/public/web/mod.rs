//! The pages that everybody reads, and what their buttons do.
mod looks;
mod draw;
mod steps;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub use draw::said;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/errands", get(looks::errands))
        .route("/s/{slug}/matters/{matter}", get(looks::matter))
        .route("/s/{slug}/officials", get(looks::officials))
        .route("/s/{slug}/tickets", post(draw::draw))
        .route("/s/{slug}/tickets/{id}", get(looks::ticket))
        .route("/s/{slug}/tickets/{id}/arrival", post(steps::arrive))
        .route("/s/{slug}/tickets/{id}/deferral", post(steps::defer))
        .route("/s/{slug}/tickets/{id}/return", post(steps::come_back))
        .route("/s/{slug}/tickets/{id}/instead", post(steps::instead))
        .route("/s/{slug}/tickets/{id}/cancellation", post(steps::cancel))
        .merge(assets::routes())
}
