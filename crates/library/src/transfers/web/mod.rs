//! The addresses of transfers.
mod list;
mod ask;
mod send;
mod one;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use kernel::fault::Fault;
use kernel::house::House;
use stations::{Here, Station};

use crate::frame::Frame;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/library/transfers", get(list::show))
        .route("/s/{slug}/desk/library/transfers/arrivals", post(list::scan))
        .route("/s/{slug}/desk/library/transfers/new", get(ask::show).post(ask::ask))
        .route("/s/{slug}/desk/library/transfers/send", get(send::show).post(send::send))
        .route("/s/{slug}/desk/library/transfers/{id}", get(one::show))
        .route("/s/{slug}/desk/library/transfers/{id}/sending", post(one::send))
        .route("/s/{slug}/desk/library/transfers/{id}/refusal", post(one::decline))
        .route("/s/{slug}/desk/library/transfers/{id}/recall", post(one::call_back))
        .route("/s/{slug}/desk/library/transfers/{id}/withdrawal", post(one::withdraw))
        .route("/s/{slug}/desk/library/transfers/{id}/arrival", post(one::arrive))
}

fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}

/// The station with that slug, if there is one: what was typed may be anything.
async fn other(here: &Here, slug: &str) -> Result<Option<Arc<Station>>, Fault> {
    match stations::station(&here.house, slug.trim()).await {
        Err(Fault::NotFound) => Ok(None),
        found => found.map(Some),
    }
}
