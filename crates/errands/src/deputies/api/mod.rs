//! The group for programs. Paths are relative to `/api/v1`.
mod shapes;
mod public;
mod deputies;
mod desk;

use kernel::api::{Api, Wrong};
use kernel::refusal::Not;
use kernel::routes;
use kernel::view::View;
use stations::Station;

use super::rules::Refusal;
use super::says;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::days))
        .routes(routes!(public::day))
        .routes(routes!(public::take))
        .routes(routes!(public::visit))
        .routes(routes!(public::give_back))
        .routes(routes!(deputies::deputies, deputies::add))
        .routes(routes!(deputies::edit))
        .routes(routes!(desk::announce))
        .routes(routes!(desk::call_off))
        .routes(routes!(desk::of_day, desk::receive))
        .routes(routes!(desk::list))
        .routes(routes!(desk::one))
        .routes(routes!(desk::step))
        .routes(routes!(desk::give_back))
}

/// A refusal or a fault, said in the station's time.
fn wrong(v: &View, station: &Station, not: Not<Refusal>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, (&station.zone, Some(&station.path("/deputies"))), refusal))
}
