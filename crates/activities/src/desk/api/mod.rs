//! What the desk does, for programs. Paths are relative to `/api/v1`.
mod bodies;
mod looks;
mod changes;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(looks::desk, changes::publish))
        .routes(routes!(looks::preview))
        .routes(routes!(changes::change))
        .routes(routes!(changes::end))
        .routes(routes!(changes::change_one))
        .routes(routes!(changes::call_off))
}
