//! The JSON API of what residents see, as the pages have it. Paths are relative to `/api/v1`.
pub(crate) mod failures;
pub(crate) mod shapes;
mod look;
mod tickets;
mod steps;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::matters))
        .routes(routes!(look::matter))
        .routes(routes!(look::officials))
        .routes(routes!(look::lines))
        .routes(routes!(tickets::draw))
        .routes(routes!(tickets::ticket))
        .routes(routes!(steps::arrive))
        .routes(routes!(steps::defer))
        .routes(routes!(steps::come_back))
        .routes(routes!(steps::cancel))
        .routes(routes!(steps::instead))
}
