//! The desk's addresses.
mod list;
mod write;
mod case;
mod steps;
mod shares;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;
use stations::{Here, Station};

use crate::frame::Frame;

fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}

/// The desk's list of wishes.
fn top(station: &Station) -> String {
    station.path("/desk/wishes")
}

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/wishes", get(list::list))
        .route("/s/{slug}/desk/wishes/new", get(write::new).post(write::write))
        .route("/s/{slug}/desk/wishes/month", get(list::month))
        .route("/s/{slug}/desk/wishes/shares", get(shares::all).post(shares::set))
        .route("/s/{slug}/desk/wishes/shares/{village}/{kind}/removal", post(shares::remove))
        .route("/s/{slug}/desk/wishes/calls/{id}/told", post(steps::called))
        .route("/s/{slug}/desk/wishes/asks/{id}/done", post(list::asked))
        .route("/s/{slug}/desk/wishes/{id}", get(case::show))
        .route("/s/{slug}/desk/wishes/{id}/slip", post(write::slip))
        .route("/s/{slug}/desk/wishes/{id}/edit", get(write::edit).post(write::rewrite))
        .route("/s/{slug}/desk/wishes/{id}/second-look", post(steps::ask))
        .route("/s/{slug}/desk/wishes/{id}/reviews", post(steps::review))
        .route("/s/{slug}/desk/wishes/{id}/appeals", post(steps::appeal))
        .route("/s/{slug}/desk/wishes/{id}/appeals/{appeal}/decision", post(steps::decide_appeal))
        .route("/s/{slug}/desk/wishes/{id}/claims", post(steps::claim))
        .route("/s/{slug}/desk/wishes/{id}/claims/{claim}/give-up", post(steps::give_up))
        .route("/s/{slug}/desk/wishes/{id}/contact", post(steps::contacted))
        .route("/s/{slug}/desk/wishes/{id}/delivery", post(steps::deliver))
        .route("/s/{slug}/desk/wishes/{id}/told", post(steps::tell))
        .route("/s/{slug}/desk/wishes/{id}/handover", post(steps::hand_over))
        .route("/s/{slug}/desk/wishes/{id}/code", post(steps::new_code))
        .route("/s/{slug}/desk/wishes/{id}/referral", post(steps::refer))
        .route("/s/{slug}/desk/wishes/{id}/withdrawal", post(steps::withdraw))
}
