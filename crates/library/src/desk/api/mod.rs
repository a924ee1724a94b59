//! The JSON API of the counter, as its pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod counter;
mod lists;
mod log;
mod settings;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(counter::reader))
        .routes(routes!(counter::lend))
        .routes(routes!(counter::renew))
        .routes(routes!(counter::take_back))
        .routes(routes!(lists::holds, counter::hold))
        .routes(routes!(lists::cancel))
        .routes(routes!(lists::told))
        .routes(routes!(lists::overdue))
        .routes(routes!(lists::tasks))
        .routes(routes!(lists::settle))
        .routes(routes!(settings::show, settings::keep))
        .routes(routes!(log::log))
}
