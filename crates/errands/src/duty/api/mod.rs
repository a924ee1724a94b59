//! The group for programs. Paths are relative to `/api/v1`; all but the look at who stands where now is for staff.
mod shapes;
mod posts;
mod shifts;
mod questions;

use kernel::api::{Api, Wrong};
use kernel::refusal::Not;
use kernel::routes;

use super::rules::Refusal;
use super::says;
use crate::desk::here::Here;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(posts::now))
        .routes(routes!(posts::posts, posts::add))
        .routes(routes!(posts::edit))
        .routes(routes!(shifts::roster, shifts::stand))
        .routes(routes!(shifts::copy))
        .routes(routes!(shifts::write, shifts::remove))
        .routes(routes!(shifts::hand_over))
        .routes(routes!(questions::list, questions::ask))
        .routes(routes!(questions::one))
        .routes(routes!(questions::step))
}

/// A refusal or a fault, said in the station's time.
fn wrong(here: &Here, not: Not<Refusal>) -> Wrong {
    Wrong::said(not, |refusal| says::said(&here.v, &here.desk.station.zone, refusal))
}
