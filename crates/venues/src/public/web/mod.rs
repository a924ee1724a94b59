//! The pages of rooms and reservations, and what their forms do.
mod looks;
mod feeds;
mod series;
mod reserve;
mod reservation;
mod confirm;

pub use series::begun;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/venues", get(looks::overview))
        .route("/s/{slug}/venues/{offering}", get(looks::offering))
        .route("/s/{slug}/venues/{offering}/week", get(looks::week))
        .route("/s/{slug}/venues/{offering}/calendar.ics", get(feeds::offering))
        .route("/s/{slug}/reservations", get(reserve::nothing_here).post(reserve::reserve))
        .route("/s/{slug}/reservations/{id}", get(reservation::show))
        .route("/s/{slug}/reservations/{id}/calendar.ics", get(feeds::reservation))
        .route("/s/{slug}/reservations/{id}/confirmation", get(confirm::show).post(confirm::prove))
        .route("/s/{slug}/reservations/{id}/codes", post(confirm::again))
        .route("/s/{slug}/reservations/{id}/time", post(reserve::move_to))
        .route("/s/{slug}/reservations/{id}/cancellation", post(reservation::cancel))
        .route("/s/{slug}/reservations/{id}/check-in", post(reservation::check_in))
        .route("/s/{slug}/reservations/{id}/completion", post(reservation::complete))
        .route("/s/{slug}/series", get(reserve::nothing_here).post(series::make))
        .route("/s/{slug}/series/new", get(series::new))
        .route("/s/{slug}/series/{id}", get(series::show))
        .route("/s/{slug}/series/{id}/calendar.ics", get(series::calendar))
        .route("/s/{slug}/series/{id}/end", post(series::end))
        .route("/s/{slug}/series/{id}/dates/{on}", get(series::date))
        .route("/s/{slug}/series/{id}/dates/{on}/time", post(series::set_time))
        .route("/s/{slug}/series/{id}/dates/{on}/cancellation", post(series::give_up))
}
