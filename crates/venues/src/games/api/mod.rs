//! The JSON API of open games, as the pages have it.
mod shapes;
mod look;
mod post;
mod steps;
mod apart;
mod spare;

use kernel::api::Api;
use kernel::routes;

pub use shapes::{GameShape, Stood, refused};

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::games, post::post))
        .routes(routes!(look::game))
        .routes(routes!(steps::join))
        .routes(routes!(steps::leave))
        .routes(routes!(steps::fewer))
        .routes(routes!(steps::call_off))
        .routes(routes!(apart::block))
        .routes(routes!(apart::blocks))
        .routes(routes!(apart::unblock))
        .routes(routes!(spare::times, spare::add))
        .routes(routes!(spare::renew))
        .routes(routes!(spare::remove))
}
