//! The JSON API of the desk's pages of titles. Paths are relative to `/api/v1`.
mod shapes;
mod titles;
mod copies;
mod shelves;
mod files;

use kernel::api::Api;
use kernel::house::House;
use kernel::utoipa_axum::router::UtoipaMethodRouter;
use kernel::{routes, upload};

pub fn api() -> Api {
    Api::new()
        .routes(with_cover)
        .routes(routes!(titles::known))
        .routes(routes!(titles::show, titles::change))
        .routes(cover)
        .routes(routes!(copies::add))
        .routes(routes!(copies::change))
        .routes(routes!(shelves::all, shelves::add))
        .routes(routes!(shelves::change))
        .routes(file)
}

/// A photo is larger than what other calls are sent, and so is a list of titles.
fn with_cover() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = kernel::utoipa_axum::routes!(titles::list, titles::take_in);
    (shapes, paths, methods.layer(upload::limit()))
}

fn cover() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = kernel::utoipa_axum::routes!(titles::set_cover);
    (shapes, paths, methods.layer(upload::limit()))
}

fn file() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = kernel::utoipa_axum::routes!(files::import);
    (shapes, paths, methods.layer(upload::limit()))
}
