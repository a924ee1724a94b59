//! The JSON API of parking, as the pages have it, and the shape that car park apps know. Paths are relative to `/api/v1`.
mod shapes;
mod parkapi;
mod public;
pub(crate) mod gate;
mod desk;
mod lot;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::now))
        .routes(routes!(public::taps))
        .routes(routes!(gate::event))
        .routes(routes!(parkapi::cities))
        .routes(routes!(parkapi::city))
        .routes(routes!(desk::lots, lot::add))
        .routes(routes!(desk::copy))
        .routes(routes!(desk::review))
        .routes(routes!(desk::moves, desk::ask))
        .routes(routes!(desk::moved))
        .routes(routes!(lot::show, lot::edit, lot::remove))
        .routes(routes!(lot::recount))
        .routes(routes!(lot::close))
        .routes(routes!(lot::give))
        .routes(routes!(lot::take_back))
}
