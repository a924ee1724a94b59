//! The addresses of walks.
mod list;
mod walk;
mod ending;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;
use stations::Here;

use crate::frame::Frame;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/library/stocktakes", get(list::show).post(list::begin))
        .route("/s/{slug}/desk/library/stocktakes/{id}", get(walk::show))
        .route("/s/{slug}/desk/library/stocktakes/{id}/scans", post(walk::scan))
        .route("/s/{slug}/desk/library/stocktakes/{id}/give-up", post(ending::give_up))
        .route("/s/{slug}/desk/library/stocktakes/{id}/end", get(ending::show).post(ending::end))
}

fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}
