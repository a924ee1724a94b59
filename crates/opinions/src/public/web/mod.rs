//! The group's addresses.
mod look;
mod leave;
mod follow;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::upload;

use super::assets;

pub fn routes() -> Router<House> {
    // Photos come with these.
    let large = Router::new()
        .route("/s/{slug}/opinions", get(look::list).post(leave::leave))
        .route("/s/{slug}/opinions/follow/disputes", get(follow::form).post(follow::dispute))
        .layer(upload::limit());
    // What answers a form is a page without an address of its own: whoever opens the form's is asked for the receipt.
    Router::new()
        .route("/s/{slug}/opinions/new", get(leave::form))
        .route("/s/{slug}/opinions/paper", get(look::paper))
        .route("/s/{slug}/opinions/posts/{id}", get(look::post))
        .route("/s/{slug}/opinions/photos/{link}", get(look::photo))
        .route("/s/{slug}/opinions/slip", get(follow::form).post(follow::slip))
        .route("/s/{slug}/opinions/follow", get(follow::form).post(follow::look))
        .route("/s/{slug}/opinions/follow/replies", get(follow::form).post(follow::reply))
        .route("/s/{slug}/opinions/follow/solved", get(follow::form).post(follow::solved))
        .route("/s/{slug}/opinions/follow/appeals", get(follow::form).post(follow::appeal))
        .route("/s/{slug}/opinions/follow/publication", get(follow::form).post(follow::publication))
        .route("/s/{slug}/opinions/follow/phone", get(follow::form).post(follow::phone))
        .route("/s/{slug}/opinions/follow/withdrawal", get(follow::form).post(follow::withdrawal))
        .merge(large)
        .merge(assets::routes())
}

/// What is somebody's own stays in no browser's store.
fn private(page: HtmlPage) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
