//! The JSON API of walks, as their pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod walks;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(walks::list, walks::begin))
        .routes(routes!(walks::show, walks::give_up))
        .routes(routes!(walks::scan))
        .routes(routes!(walks::ending, walks::end))
}
