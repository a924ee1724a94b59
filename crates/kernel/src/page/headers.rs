//! Headers that every response carries, so that no page can forget them.
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use crate::view::{SESSION_COOKIE, cookie};

/// Our own files and nothing else; no script or style inside a page.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
];

/// A layer for the outermost router: `axum::middleware::from_fn(headers)`. What a handler has set itself stays.
pub async fn headers(request: Request, next: Next) -> Response {
    let signed_in = cookie(request.headers(), SESSION_COOKIE).is_some();
    let is_someones = signed_in || request.headers().contains_key(AUTHORIZATION);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    if headers.get(CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html")) {
        // A page depends on the language and on cookies; a shared phone must not show the last person's pages on "back".
        headers.append(VARY, HeaderValue::from_static("accept-language, cookie"));
        let keep = if signed_in { "no-store" } else { "no-cache" };
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static(keep));
    }
    // What a program reads in somebody's name is theirs: no cache on the way keeps it.
    if is_someones && headers.get(CONTENT_TYPE).is_some_and(|t| t.as_bytes().ends_with(b"json")) {
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}
