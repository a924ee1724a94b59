//! One request to the pages or the API, as a browser or a program sends it.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::tests::{PORTS, Town};

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    /// The value of the first hidden field of this name.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let start = format!("name=\"{name}\" value=\"");
        text.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }

    /// The digits on the page of the receipt.
    pub fn receipt(&self) -> String {
        let text = self.text();
        let shown = text.split("id=\"receipt\">").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or_default();
        let plain: String =
            shown.split('<').filter_map(|p| p.split_once('>').map_or(Some(p), |(_, t)| Some(t))).collect();
        plain.chars().filter(char::is_ascii_digit).collect()
    }
}

pub async fn ask(town: &Town, request: Request<Body>) -> Answer {
    let app: Router = crate::routes(PORTS).merge(crate::api(PORTS).router()).with_state(town.house.house());
    let response = app.oneshot(request).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 24).await.expect("the body is short").to_vec();
    Answer { status: parts.status, headers: parts.headers, bytes }
}

pub async fn get(town: &Town, path: &str) -> Answer {
    ask(town, Request::get(path).body(Body::empty()).expect("a request")).await
}

pub async fn post(town: &Town, path: &str, fields: &[(&str, &str)]) -> Answer {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", kernel::page::query_value(value)));
    let body = pairs.collect::<Vec<_>>().join("&");
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    ask(town, request.body(Body::from(body)).expect("a request")).await
}

/// A form with files, each chosen in the field `photo`.
pub async fn send(town: &Town, path: &str, fields: &[(&str, &str)], files: &[&[u8]]) -> Answer {
    let mut body = vec![];
    for (name, value) in fields {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    for file in files {
        body.extend(b"--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG.png\"\r\n\r\n");
        body.extend_from_slice(file);
        body.extend(b"\r\n");
    }
    body.extend(b"--x--\r\n");
    let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    ask(town, request.body(Body::from(body)).expect("a request")).await
}

/// A call below the station.
pub async fn call(town: &Town, path: &str, key: Option<&str>, body: Value) -> Answer {
    let request =
        Request::post(format!("/api/v1/stations/sanhe{path}")).header(header::CONTENT_TYPE, "application/json");
    let request = match key {
        Some(key) => request.header("idempotency-key", key),
        None => request,
    };
    ask(town, request.body(Body::from(body.to_string())).expect("a request")).await
}

/// A picture of one point (PNG).
pub fn picture() -> Vec<u8> {
    let text = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    data_encoding::BASE64.decode(text.as_bytes()).expect("a picture")
}
