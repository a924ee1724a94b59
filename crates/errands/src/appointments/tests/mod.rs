//! The pages and the API through the router, on the small station of the crate's tests.
mod pages;
mod residents;
mod staff;
mod programs;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION};
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;

use crate::tests::Town;

/// An answer, with where it leads to if it leads on.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

impl Answer {
    pub fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

async fn ask(town: &Town, request: Request<Body>) -> Answer {
    crate::kiosk::known(&town.house, town.station.id, "rehearsal").await.expect("a link");
    let api = crate::public::api().merge(super::api()).router();
    let app: Router = crate::routes().merge(api).with_state(town.house.house());
    let response = app.oneshot(request).await.unwrap();
    let status = response.status();
    let to = response.headers().get(LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    Answer { status, to, body: String::from_utf8_lossy(&body).into_owned() }
}

/// As whoever has the session; an empty one is a stranger's.
pub async fn get(town: &Town, session: &str, path: &str) -> Answer {
    let request = Request::get(path).header(COOKIE, format!("session={session}"));
    ask(town, request.body(Body::empty()).unwrap()).await
}

pub async fn send(town: &Town, session: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let escaped = kernel::page::query_value;
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    let request = Request::post(path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(COOKIE, format!("session={session}; kiosk=rehearsal"));
    ask(town, request.body(Body::from(body.join("&"))).unwrap()).await
}

pub async fn call(
    town: &Town,
    token: &str,
    (method, path): (&str, &str),
    (key, json): (&str, serde_json::Value),
) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1/stations/sanhe{path}"))
        .header(CONTENT_TYPE, "application/json")
        .header("idempotency-key", key);
    let request = if token.is_empty() { request } else { request.header(AUTHORIZATION, format!("Bearer {token}")) };
    ask(town, request.body(Body::from(json.to_string())).unwrap()).await
}
