//! The desk's addresses.
mod today;
mod walk_in;
mod book;
mod series;
mod requests;
mod openings;
mod venues;
mod changes;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/today", get(today::show))
        .route("/s/{slug}/desk/reservations/{id}/steps", post(today::step))
        .route("/s/{slug}/desk/walk-ins", get(walk_in::show).post(walk_in::enter))
        .route("/s/{slug}/desk/reservations/new", get(book::show).post(book::book))
        .route("/s/{slug}/desk/series", get(series::list).post(series::make))
        .route("/s/{slug}/desk/series/new", get(series::new))
        .route("/s/{slug}/desk/series/preview", get(series::preview))
        .route("/s/{slug}/desk/series/{id}", get(series::show))
        .route("/s/{slug}/desk/series/{id}/end", post(series::end))
        .route("/s/{slug}/desk/series/{id}/dates/{on}", get(series::date))
        .route("/s/{slug}/desk/series/{id}/dates/{on}/time", post(series::set_time))
        .route("/s/{slug}/desk/series/{id}/dates/{on}/cancellation", post(series::give_up))
        .route("/s/{slug}/desk/requests", get(requests::show))
        .route("/s/{slug}/desk/requests/{id}/answer", post(requests::answer))
        .route("/s/{slug}/desk/openings", get(openings::list).post(openings::lay))
        .route("/s/{slug}/desk/openings/hit", get(openings::hit))
        .route("/s/{slug}/desk/openings/{id}/revocation", post(openings::revoke))
        .route("/s/{slug}/desk/venues", get(venues::list))
        .route("/s/{slug}/desk/venues/{id}", get(venues::show).post(venues::keep))
        .route("/s/{slug}/desk/venues/{id}/opening-preview", get(venues::preview))
        .route("/s/{slug}/desk/offerings/{id}", get(venues::show_offering).post(venues::keep_offering))
        .route("/s/{slug}/desk/offerings/{id}/window-preview", get(venues::window_preview))
        .route("/s/{slug}/desk/changes", get(changes::show))
}
