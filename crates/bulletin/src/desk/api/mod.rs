//! The JSON API of the desk, as its pages have it. Paths are relative to `/api/v1`.
mod shapes;
mod writing;
mod deciding;
mod sections;

use kernel::api::Api;
use kernel::house::House;
use kernel::utoipa_axum::router::UtoipaMethodRouter;
use kernel::{routes, upload};

pub fn api() -> Api {
    Api::new()
        .routes(routes!(writing::list, writing::write))
        .routes(routes!(writing::show, writing::rewrite))
        .routes(photos)
        .routes(routes!(deciding::ask))
        .routes(routes!(deciding::publish))
        .routes(routes!(deciding::ask_down))
        .routes(routes!(deciding::confirm_down))
        .routes(routes!(deciding::keep_up))
        .routes(routes!(sections::add))
        .routes(routes!(sections::change))
}

/// A photo is larger than what other calls are sent.
fn photos() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = kernel::utoipa_axum::routes!(writing::add_photo);
    (shapes, paths, methods.layer(upload::limit()))
}
