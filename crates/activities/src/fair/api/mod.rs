//! The JSON API of fairs, as the pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod public;
mod desk;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(public::next))
        .routes(routes!(public::fair))
        .routes(routes!(desk::stalls, public::apply))
        .routes(routes!(public::stall))
        .routes(routes!(public::withdraw))
        .routes(routes!(desk::copy))
        .routes(routes!(desk::add_entry))
        .routes(routes!(desk::edit_entry, desk::remove_entry))
        .routes(routes!(desk::terms))
        .routes(routes!(public::stall_draw, desk::draw))
        .routes(routes!(desk::add_place))
        .routes(routes!(desk::remove_place))
        .routes(routes!(desk::apply))
        .routes(routes!(desk::give))
        .routes(routes!(desk::withdraw))
}
