//! The JSON API of what is on. Paths are relative to `/api/v1`.
pub mod shapes;
mod looks;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new().routes(routes!(looks::list)).routes(routes!(looks::activity)).routes(routes!(looks::occurrence))
}
