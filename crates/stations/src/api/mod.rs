//! The JSON side of stations and divisions, below `/api/v1`.
mod check;
mod bodies;
mod stations;
mod change;
mod opening;
mod divisions;

use kernel::api::Api;
use kernel::routes;

use crate::{cards, team};

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(stations::stations))
        .routes(routes!(stations::station, change::change_station))
        .routes(routes!(opening::opening))
        .routes(routes!(divisions::divisions))
        .merge(cards::api())
        .merge(team::api())
}
