//! How operators see that the program lives: `/healthz`, `/readyz`, `/metrics`.
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, FORWARDED};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::fault::Fault;
use kernel::house::House;

/// A database that needs longer is not one that a person can use.
const READY_WITHIN: Duration = Duration::from_secs(1);
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

pub fn routes() -> Router<House> {
    Router::new().route("/healthz", get(lives)).route("/readyz", get(is_ready)).route("/metrics", get(metrics))
}

fn plain(status: StatusCode, words: &'static str) -> Response {
    // No media type of a bare refusal: a load balancer gets this answer as it is, not a page.
    (status, [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "application/health+text")], words).into_response()
}

/// The process answers. It says nothing about the database: a restart would not mend that.
async fn lives() -> Response {
    plain(StatusCode::OK, "lives\n")
}

/// The database answers within a second.
async fn is_ready(State(house): State<House>) -> Response {
    let asked = house.db.read(|c| c.run("SELECT 1"));
    match tokio::time::timeout(READY_WITHIN, asked).await {
        Ok(Ok(())) => plain(StatusCode::OK, "ready\n"),
        Ok(Err(fault)) => {
            tracing::warn!(%fault, "not ready");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
        Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "the database takes longer than a second\n"),
    }
}

/// Counts by route. They name nobody, but they are not for everybody: with `metrics_token` set, who shows the token; without
/// it, programs on this machine that did not come through a proxy.
async fn metrics(State(house): State<House>, request: Request) -> Result<Response, Fault> {
    let allowed = match &house.settings.metrics_token {
        Some(token) => shows(request.headers(), token),
        None => is_local(&request),
    };
    if !allowed {
        return Err(Fault::NotFound);
    }
    Ok(([(CONTENT_TYPE, OPEN_METRICS), (CACHE_CONTROL, "no-store")], house.watch.text()).into_response())
}

fn shows(headers: &HeaderMap, token: &str) -> bool {
    let shown = headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer ")).unwrap_or_default();
    // Every byte is compared, so that the time taken does not tell how many were right.
    let differ = shown.bytes().zip(token.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    !token.is_empty() && shown.len() == token.len() && differ == 0
}

fn is_local(request: &Request) -> bool {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let proxied = [FORWARDED.as_str(), "x-forwarded-for", "x-real-ip", "via"];
    peer.is_some_and(|p| p.0.ip().is_loopback()) && !proxied.iter().any(|h| request.headers().contains_key(*h))
}
