//! The JSON API of what everybody reads. Paths are relative to `/api/v1`.
pub mod shapes;
mod look;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::list))
        .routes(routes!(look::one))
        .routes(routes!(look::related))
        .routes(routes!(look::sections))
}
