//! Appointments for programs. Paths are relative to `/api/v1`.
mod shapes;
mod book;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(book::calendar))
        .routes(routes!(book::book))
        .routes(routes!(book::another_time))
        .routes(routes!(desk::list, desk::book))
        .routes(routes!(desk::policy, desk::keep_policy))
}
