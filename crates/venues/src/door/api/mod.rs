//! Doors for programs: a keypad that asks, a page that checks in, what a manager sets up.
mod entries;
mod arrivals;
mod codes;
mod manage;

use kernel::api::Api;
use kernel::routes;
use serde::Deserialize;

/// What a path names as `{venue}`: its slug.
#[derive(Debug, Deserialize)]
pub struct DoorName {
    pub venue: String,
}

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(entries::enter))
        .routes(routes!(arrivals::arrive))
        .routes(routes!(codes::show))
        .routes(routes!(manage::door, manage::change))
        .routes(routes!(manage::new_key))
}
