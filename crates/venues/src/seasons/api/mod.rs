//! The JSON API of season rounds, as the pages have it.
mod shapes;
mod look;
mod apply;

use kernel::house::House;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use shapes::{Filing, refused};

/// Paths are relative to `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    OpenApiRouter::new()
        .routes(routes!(look::rounds))
        .routes(routes!(look::round))
        .routes(routes!(apply::mine, apply::apply))
        .routes(routes!(apply::withdraw))
}
