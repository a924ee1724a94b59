//! The desk's addresses.
mod calls;
mod presence;
mod to_tell;
mod draw;
mod lounge;
pub mod week;
mod lines;
mod matters;
mod officials;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/calls", get(calls::show).post(calls::press))
        .route("/s/{slug}/desk/presence", get(presence::show).post(presence::say))
        .route("/s/{slug}/desk/told", get(to_tell::show).post(to_tell::note))
        .route("/s/{slug}/desk/tickets/new", get(draw::show).post(draw::draw))
        .route("/s/{slug}/desk/my-week", get(week::show))
        .route("/s/{slug}/desk/lounge", get(lounge::show).post(lounge::tap))
        .route("/s/{slug}/desk/lounge/seats", post(lounge::furnish))
        .route("/s/{slug}/desk/lines", get(lines::show))
        .route("/s/{slug}/desk/lines/desks/{id}", post(lines::keep))
        .route("/s/{slug}/desk/lines/closing", get(lines::closing).post(lines::close))
        .route("/s/{slug}/desk/matters", get(matters::list))
        .route("/s/{slug}/desk/matters/new", get(matters::new).post(matters::add))
        .route("/s/{slug}/desk/matters/{id}", get(matters::show).post(matters::keep))
        .route("/s/{slug}/desk/officials", get(officials::list))
        .route("/s/{slug}/desk/officials/new", get(officials::new).post(officials::add))
        .route("/s/{slug}/desk/officials/{id}", get(officials::show).post(officials::keep))
        .merge(assets::routes())
}
