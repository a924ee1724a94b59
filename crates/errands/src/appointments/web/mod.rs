//! The addresses of appointments.
mod book;
mod desk;
mod policy;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub(super) use book::{booked, moved};
pub(super) use desk::{book_for, said as said_at_desk};
pub(super) use policy::keep as keep_policy;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/matters/{matter}/appointments", get(book::show))
        .route("/s/{slug}/appointments", post(book::book))
        .route("/s/{slug}/tickets/{id}/time", post(book::another_time))
        .route("/s/{slug}/tickets/{id}/calendar.ics", get(book::calendar))
        .route("/s/{slug}/desk/appointments", get(desk::list))
        .route("/s/{slug}/desk/appointments/new", get(desk::new).post(desk::book))
        .route("/s/{slug}/desk/lines/{id}/appointments", get(policy::show).post(policy::send))
}
