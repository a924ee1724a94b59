//! The JSON API of transfers, as their pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod transfers;
mod steps;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(transfers::list, transfers::ask))
        .routes(routes!(transfers::show))
        .routes(routes!(transfers::offered))
        .routes(routes!(transfers::ship))
        .routes(routes!(steps::send))
        .routes(routes!(steps::decline))
        .routes(routes!(steps::call_back))
        .routes(routes!(steps::withdraw))
        .routes(routes!(steps::arrive))
}
