//! The pages' routes.
mod sign_in;
mod mine;
mod leave;

use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Extension, Router};
use kernel::house::House;

use crate::cards;
use crate::children;
use crate::factors;
use crate::forgetting;
use crate::pages::mine::MINE;
use crate::pages::{Parts, SharedParts};

/// Signing in and out, and "my things" made of what the slices give.
pub fn routes(parts: Parts) -> Router<House> {
    let mut parts = parts;
    parts.mine.sort_by_key(|section| section.order);
    Router::new()
        .route("/sign-in", get(sign_in::ask).post(sign_in::send))
        .route("/sign-in/{code}", get(sign_in::show).post(sign_in::prove))
        .route("/sign-in/{code}/again", post(sign_in::again))
        .merge(factors::routes())
        .route("/sign-out", post(leave::here))
        .route("/sign-out-everywhere", post(leave::everywhere))
        .route(MINE, get(mine::show))
        .route("/me/name", get(mine::name).post(mine::rename))
        .merge(children::routes())
        .merge(cards::routes())
        .merge(forgetting::routes())
        .layer(Extension::<SharedParts>(Arc::new(parts)))
}
