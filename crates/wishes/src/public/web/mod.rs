//! The public addresses.
mod look;
mod claim;
mod ask;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub use claim::said;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/wishes", get(look::list))
        .route("/s/{slug}/wishes/ask", get(ask::form).post(ask::leave))
        .route("/s/{slug}/wishes/claims/{id}/give-up", post(claim::give_up))
        .route("/s/{slug}/wishes/{id}", get(look::card))
        .route("/s/{slug}/wishes/{id}/claim", post(claim::claim))
}
