//! The JSON API of rooms and reservations, as the pages have it: the same forms, reads and acts.
pub(crate) mod shapes;
pub(crate) mod failures;
pub(crate) mod series_shapes;
pub(crate) mod series;
mod look;
mod free;
mod reserve;
mod steps;

use kernel::api::Api;
use kernel::routes;

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::venues))
        .routes(routes!(free::availability))
        .routes(routes!(reserve::mine, reserve::reserve))
        .routes(routes!(reserve::one))
        .routes(routes!(steps::confirm))
        .routes(routes!(steps::send_again))
        .routes(routes!(steps::cancel))
        .routes(routes!(steps::check_in))
        .routes(routes!(steps::complete))
        .routes(routes!(steps::move_to))
        .routes(routes!(series::mine, series::make))
        .routes(routes!(series::preview))
        .routes(routes!(series::one))
        .routes(routes!(series::set_time))
        .routes(routes!(series::give_up))
        .routes(routes!(series::change))
        .routes(routes!(series::end))
}
