//! Doors for programs: a keypad that asks, a page that checks in, what a manager sets up.
mod entries;
mod arrivals;
mod codes;
mod manage;

use kernel::house::House;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What a path names as `{venue}`: its slug.
#[derive(Debug, Deserialize)]
pub struct DoorName {
    pub venue: String,
}

/// Paths are relative to `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    OpenApiRouter::new()
        .routes(routes!(entries::enter))
        .routes(routes!(arrivals::arrive))
        .routes(routes!(codes::show))
        .routes(routes!(manage::door, manage::change))
        .routes(routes!(manage::new_key))
}
