//! Answers that give or take the session's cookie.
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session::{Kind, Token};

/// Leads on with the session's cookie.
pub fn let_in(house: &House, kind: Kind, token: &Token, to: &str) -> Result<Response, Fault> {
    with_cookie(Redirect::to(to).into_response(), &token.set_cookie(kind, &house.settings))
}

/// The answer with this `Set-Cookie` line.
pub fn with_cookie(mut response: Response, line: &str) -> Result<Response, Fault> {
    let line = HeaderValue::try_from(line).map_err(Fault::broken)?;
    response.headers_mut().append(SET_COOKIE, line);
    Ok(response)
}
