//! The addresses of doors.
mod arrive;
mod code;
mod desk;

use axum::Router;
use axum::routing::get;
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/doors/{venue}", get(arrive::show))
        .route("/s/{slug}/doors/{venue}/arrivals", get(arrive::nothing_here).post(arrive::arrive))
        .route("/s/{slug}/doors/{venue}/poster", get(arrive::poster))
        .route("/s/{slug}/reservations/{id}/door-code", get(code::nothing_here).post(code::show))
        .route("/s/{slug}/desk/venues/{id}/door", get(desk::show).post(desk::keep))
        .route("/s/{slug}/desk/venues/{id}/door/keys", get(desk::nothing_here).post(desk::new_key))
}
