//! The JSON API of signing up, as the pages have it. Paths are relative to `/api/v1`.
pub mod failures;
pub mod shapes;
mod public;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::join, desk::list))
        .routes(routes!(public::signup))
        .routes(routes!(public::answer))
        .routes(routes!(public::confirm))
        .routes(routes!(public::send_again))
        .routes(routes!(desk::join))
        .routes(routes!(desk::answer))
        .routes(routes!(desk::draw))
}
