//! The JSON API of ratings and call-backs. Paths are relative to `/api/v1`.
mod failures;
mod ticket;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(ticket::rating, ticket::rate))
        .routes(routes!(desk::call_backs))
        .routes(routes!(desk::answer))
        .routes(routes!(desk::set_days))
}
