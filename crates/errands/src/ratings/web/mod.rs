//! The addresses of ratings: on a ticket's page, at the machine, and the desk's call-backs.
mod who;
mod ticket;
mod kiosk;
mod desk;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub(super) use desk::answering;
pub(super) use who::Rater;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/tickets/{id}/rating", get(ticket::show).post(ticket::rate))
        .route("/s/{slug}/kiosk/rating", get(kiosk::type_number).post(kiosk::rate))
        .route("/s/{slug}/desk/call-backs", get(desk::list))
        .route("/s/{slug}/desk/call-backs/days", post(desk::set_days))
        .route("/s/{slug}/desk/call-backs/{id}", get(desk::show).post(desk::answer))
}
