//! The pages' routes.
mod sign_in;
mod staff;
mod mine;
mod leave;

use std::sync::Arc;

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session::{Kind, Token};

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
        .route("/staff/sign-in", get(staff::ask).post(staff::sign_in))
        .route("/sign-out", post(leave::here))
        .route("/sign-out-everywhere", post(leave::everywhere))
        .route(MINE, get(mine::show))
        .route("/me/name", get(mine::name).post(mine::rename))
        .merge(forgetting::routes())
        .layer(Extension::<SharedParts>(Arc::new(parts)))
}

/// Leads on with the session's cookie.
fn let_in(house: &House, kind: Kind, token: &Token, to: &str) -> Result<Response, Fault> {
    with_cookie(&token.set_cookie(kind, &house.settings), to)
}

fn with_cookie(line: &str, to: &str) -> Result<Response, Fault> {
    let line = HeaderValue::try_from(line).map_err(Fault::broken)?;
    let mut response = Redirect::to(to).into_response();
    response.headers_mut().append(SET_COOKIE, line);
    Ok(response)
}
