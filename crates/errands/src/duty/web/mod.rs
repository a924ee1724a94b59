//! The group's addresses.
mod public;
mod roster;
mod posts;
mod questions;

use axum::Router;
use axum::routing::{get, post};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;

use super::rules::Refusal;
use super::says;
use crate::desk::here::Here;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/duty", get(public::posts))
        .route("/s/{slug}/desk/duty", get(roster::show))
        .route("/s/{slug}/desk/duty/shifts", post(roster::stand))
        .route("/s/{slug}/desk/duty/shifts/{id}", get(roster::edit).post(roster::keep))
        .route("/s/{slug}/desk/duty/shifts/{id}/removal", post(roster::remove))
        .route("/s/{slug}/desk/duty/shifts/{id}/handover", post(roster::hand_over))
        .route("/s/{slug}/desk/duty/posts/new", get(posts::new).post(posts::add))
        .route("/s/{slug}/desk/duty/posts/{id}", get(posts::show).post(posts::keep))
        .route("/s/{slug}/desk/duty/posts/{id}/copies", post(roster::copy))
        .route("/s/{slug}/desk/first-asked", get(questions::list).post(questions::ask))
        .route("/s/{slug}/desk/first-asked/{id}", get(questions::show).post(questions::press))
}

/// What an act came to: its value, or the rule's no as problems of the page's form. A fault is a fault.
fn or_problems<T>(here: &Here, result: Result<T, Not<Refusal>>) -> Result<Result<T, Problems>, Fault> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Not::Refused(refusal)) => {
            Ok(Err(Problems::about_the_whole(says::said(&here.v, &here.desk.station.zone, &refusal))))
        }
        Err(Not::Fault(fault)) => Err(fault),
    }
}
