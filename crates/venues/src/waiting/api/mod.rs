//! Waiting and offers for programs, as the pages have them. Paths are relative to `/api/v1`.
mod shapes;
mod waits;
mod offers;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(waits::mine, waits::stand))
        .routes(routes!(waits::one, waits::stop))
        .routes(routes!(offers::mine))
        .routes(routes!(offers::one))
        .routes(routes!(offers::accept))
        .routes(routes!(offers::decline))
        .routes(routes!(offers::send_code))
        .routes(routes!(desk::line, desk::stand))
        .routes(routes!(desk::displaced))
}
