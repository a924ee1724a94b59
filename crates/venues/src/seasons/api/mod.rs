//! The JSON API of season rounds, as the pages have it.
mod shapes;
mod look;
mod apply;

use kernel::api::Api;
use kernel::routes;

pub use shapes::{Filing, refused};

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::rounds))
        .routes(routes!(look::round))
        .routes(routes!(apply::mine, apply::apply))
        .routes(routes!(apply::withdraw))
}
