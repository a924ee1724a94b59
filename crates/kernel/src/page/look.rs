//! `GET /look`: keeps how somebody wants to read in a cookie and leads back. It changes nothing but the reader's own view,
//! so a plain link may do it and works without a script.
use axum::Router;
use axum::extract::Query;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::local::local_path;
use crate::house::House;
use crate::view::{CARE_COOKIE, LANG_COOKIE};
use crate::words::Lang;

#[derive(serde::Deserialize)]
struct Ask {
    care: Option<String>,
    lang: Option<String>,
    then: Option<String>,
}

pub fn routes() -> Router<House> {
    Router::new().route("/look", get(look))
}

async fn look(Query(ask): Query<Ask>) -> Response {
    let back = ask.then.as_deref().and_then(local_path).unwrap_or("/");
    // A path that no header can carry was not one of ours.
    let back = HeaderValue::try_from(back).unwrap_or(HeaderValue::from_static("/"));
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, back)]).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    match ask.care.as_deref() {
        Some("1") => remember(headers, CARE_COOKIE, "1"),
        Some(_) => remember(headers, CARE_COOKIE, ""),
        None => {}
    }
    if let Some(lang) = ask.lang.as_deref().and_then(Lang::of) {
        remember(headers, LANG_COOKIE, lang.tag());
    }
    response
}

/// A year's cookie, or the end of one when there is nothing to remember.
fn remember(headers: &mut axum::http::HeaderMap, name: &str, value: &str) {
    let age = if value.is_empty() { 0 } else { 365 * 24 * 3600 };
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        headers.append(SET_COOKIE, cookie);
    }
}
