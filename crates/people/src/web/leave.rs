//! Signing out: here, or everywhere. Residents and staff leave by the same door.
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session::{self, Token};

use crate::acts;
use crate::cookies::with_cookie;

pub(super) async fn here(State(house): State<House>, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(token) = Token::of(&headers) {
        house.db.write(move |c| session::close(c, &token)).await?;
    }
    with_cookie(Redirect::to("/").into_response(), &session::clear_cookie(&house.settings))
}

pub(super) async fn everywhere(State(house): State<House>, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(token) = Token::of(&headers) {
        acts::sign_out_everywhere(&house, token).await?;
    }
    with_cookie(Redirect::to("/").into_response(), &session::clear_cookie(&house.settings))
}
