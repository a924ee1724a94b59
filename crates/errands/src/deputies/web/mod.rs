//! The group's addresses.
mod public;
mod desk;
mod day;
mod item;
mod deputies;

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
        .route("/s/{slug}/deputies", get(public::days))
        .route("/s/{slug}/deputies/{id}", get(public::one))
        .route("/s/{slug}/deputies/{id}/slots", post(public::take))
        .route("/s/{slug}/receptions/{id}", get(public::visit))
        .route("/s/{slug}/receptions/{id}/cancellation", post(public::give_back))
        .route("/s/{slug}/desk/deputies", get(desk::show).post(desk::announce))
        .route("/s/{slug}/desk/deputies/people", get(deputies::list))
        .route("/s/{slug}/desk/deputies/people/new", get(deputies::new).post(deputies::add))
        .route("/s/{slug}/desk/deputies/people/{id}", get(deputies::show).post(deputies::keep))
        .route("/s/{slug}/desk/deputies/days/{id}", get(day::show))
        .route("/s/{slug}/desk/deputies/days/{id}/visits", post(day::visit))
        .route("/s/{slug}/desk/deputies/days/{id}/calling-off", post(day::call_off))
        .route("/s/{slug}/desk/receptions/{id}", get(item::show).post(item::press))
        .route("/s/{slug}/desk/receptions/{id}/cancellation", post(item::give_back))
}

/// What an act came to: its value, or the rule's no as problems of the page's form. A fault is a fault.
fn or_problems<T>(here: &Here, result: Result<T, Not<Refusal>>) -> Result<Result<T, Problems>, Fault> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Not::Refused(refusal)) => {
            Ok(Err(Problems::about_the_whole(says::said(&here.v, (&here.desk.station.zone, None), &refusal))))
        }
        Err(Not::Fault(fault)) => Err(fault),
    }
}
