//! The JSON API of village days, as the pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod public;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::days, desk::plan))
        .routes(routes!(public::ask))
        .routes(routes!(public::visit))
        .routes(routes!(public::answer))
        .routes(routes!(public::say_village))
        .routes(routes!(desk::route))
        .routes(routes!(desk::ask))
        .routes(routes!(desk::enter))
        .routes(routes!(desk::call_off))
        .routes(routes!(desk::answer))
}
