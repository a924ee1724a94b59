//! The JSON API of what people do, as the pages have it. Paths are relative to `/api/v1`. A receipt stands in bodies only.
pub mod shapes;
mod look;
mod leave;
mod follow;

use axum::extract::DefaultBodyLimit;
use kernel::api::Api;
use kernel::house::House;
use kernel::{routes, upload};
use utoipa_axum::router::UtoipaMethodRouter;

pub fn api() -> Api {
    Api::new()
        .routes(leaving)
        .routes(routes!(look::categories))
        .routes(routes!(look::figures))
        .routes(routes!(look::posts))
        .routes(routes!(look::post))
        .routes(routes!(follow::look))
        .routes(routes!(follow::reply))
        .routes(routes!(follow::solved))
        .routes(disputing)
        .routes(routes!(follow::appeal))
        .routes(routes!(follow::publication))
        .routes(routes!(follow::phone))
        .routes(routes!(follow::withdrawal))
}

/// Photos come along as text, a third longer than they are.
const MOST_BODY: usize = upload::MOST_BYTES / 3 * 4;

fn leaving() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = utoipa_axum::routes!(leave::leave);
    (shapes, paths, methods.layer(DefaultBodyLimit::max(MOST_BODY)))
}

fn disputing() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = utoipa_axum::routes!(follow::dispute);
    (shapes, paths, methods.layer(DefaultBodyLimit::max(MOST_BODY)))
}
