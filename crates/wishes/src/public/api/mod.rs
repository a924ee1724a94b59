//! The JSON API of what everybody may do. Paths are relative to `/api/v1`.
mod shapes;
mod look;
mod claim;
mod ask;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::list))
        .routes(routes!(look::card))
        .routes(routes!(claim::claim))
        .routes(routes!(claim::give_up))
        .routes(routes!(claim::mine))
        .routes(routes!(ask::ask))
}
