//! The group's addresses.
mod device;
mod board;
mod ranking;

use axum::routing::get;
use axum::{Extension, Router};
use kernel::house::House;

use super::Published;

pub use board::part;
pub use device::Told;

/// `published` says which notices everybody reads.
pub fn routes(published: Published) -> Router<House> {
    Router::new()
        .route("/s/{slug}/notices/moods", get(ranking::show))
        .route("/s/{slug}/notices/{id}/mood", get(board::show).post(board::vote))
        .layer(Extension(published))
}
