//! The desk's addresses.
mod writing;
mod deciding;
mod sections;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;
use kernel::upload;

pub use deciding::not_a_photo;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/notices", get(writing::list))
        .route("/s/{slug}/desk/notices/new", get(writing::new).post(writing::write))
        .route("/s/{slug}/desk/notices/sections", get(sections::all).post(sections::add))
        .route("/s/{slug}/desk/notices/sections/{id}", get(sections::one).post(sections::change))
        .route("/s/{slug}/desk/notices/{id}", get(deciding::show))
        .route("/s/{slug}/desk/notices/{id}/edit", get(writing::edit).post(writing::rewrite))
        .route("/s/{slug}/desk/notices/{id}/versions/{nr}", get(deciding::version))
        .route("/s/{slug}/desk/notices/{id}/photos", post(deciding::add_photo).layer(upload::limit()))
        .route("/s/{slug}/desk/notices/{id}/photos/{photo}", get(deciding::photo))
        .route("/s/{slug}/desk/notices/{id}/second-look", post(deciding::ask))
        .route("/s/{slug}/desk/notices/{id}/publication", post(deciding::publish))
        .route("/s/{slug}/desk/notices/{id}/take-down", post(deciding::ask_down))
        .route("/s/{slug}/desk/notices/{id}/take-down/confirmation", post(deciding::confirm_down))
        .route("/s/{slug}/desk/notices/{id}/take-down/refusal", post(deciding::keep_up))
}
