//! The JSON API of signing up, as the pages have it. Paths are relative to `/api/v1`.
pub mod shapes;
mod public;
mod desk;

use kernel::api::{Api, Wrong};
use kernel::refusal::Not;
use kernel::routes;
use kernel::view::View;
use stations::Station;

use super::rules::NoSignup;
use super::says;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::join, desk::list))
        .routes(routes!(public::signup))
        .routes(routes!(public::answer))
        .routes(routes!(public::confirm))
        .routes(routes!(public::send_again))
        .routes(routes!(desk::join))
        .routes(routes!(desk::answer))
        .routes(routes!(desk::draw))
}

/// A refusal or a fault, said in the station's time.
pub fn wrong(v: &View, station: &Station, not: Not<NoSignup>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, station, refusal))
}
