//! The JSON API of what everybody reads and what readers do themselves. Paths are relative to `/api/v1`.
pub mod shapes;
mod look;
mod own;
mod shelves;
mod machine;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::list))
        .routes(routes!(look::title))
        .routes(routes!(look::copy))
        .routes(routes!(own::borrow))
        .routes(routes!(own::hold))
        .routes(routes!(own::cancel))
        .routes(routes!(own::renew))
        .routes(routes!(own::mine))
        .routes(routes!(own::history, own::want_history))
        .routes(routes!(shelves::list))
        .routes(routes!(shelves::one))
        .routes(routes!(shelves::tally))
        .routes(routes!(machine::scan))
}
