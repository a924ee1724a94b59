//! The JSON API of moods, as the pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod failing;
mod board;
mod ranking;

use kernel::api::Api;
use kernel::routes;

use super::Published;

pub fn api(published: Published) -> Api {
    Api::new()
        .routes(routes!(board::moods))
        .routes(routes!(board::choose, board::withdraw))
        .routes(routes!(ranking::ranking))
        .extension(published)
}
