//! The desk's addresses of titles, copies and shelves.
mod common;
mod list;
mod intake;
mod title;
mod import;
mod labels;
mod shelves;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use kernel::house::House;
use kernel::upload;

use super::assets;
use super::imports::MOST_BYTES;

pub fn routes() -> Router<House> {
    // What was looked at comes back in base64, a third longer than it was.
    let looked = DefaultBodyLimit::max(MOST_BYTES / 3 * 4 + 64 * 1024);
    Router::new()
        .route("/s/{slug}/desk/library/titles", get(list::list))
        .route("/s/{slug}/desk/library/titles/new", get(intake::new).post(intake::take_in).layer(upload::limit()))
        .route("/s/{slug}/desk/library/titles/{id}", get(title::show).post(title::change))
        .route("/s/{slug}/desk/library/titles/{id}/copies", post(title::add_copies))
        .route("/s/{slug}/desk/library/titles/{id}/cover", post(title::set_cover).layer(upload::limit()))
        .route("/s/{slug}/desk/library/copies/{id}", post(title::change_copy))
        .route("/s/{slug}/desk/library/import", get(import::choose).post(import::look).layer(upload::limit()))
        .route("/s/{slug}/desk/library/import/start", post(import::start).layer(looked))
        .route("/s/{slug}/desk/library/import/{id}", get(import::running))
        .route("/s/{slug}/desk/library/labels", get(labels::labels))
        .route("/s/{slug}/desk/library/shelves", get(shelves::all).post(shelves::add))
        .route("/s/{slug}/desk/library/shelves/{id}", get(shelves::one).post(shelves::change))
        .route("/s/{slug}/desk/library/shelves/{id}/poster", get(shelves::poster))
        .merge(assets::routes())
}
