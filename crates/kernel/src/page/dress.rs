//! Turns what went wrong into a calm page, a problem document for programs, or the way to sign in.
use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde_json::json;

use super::bars::{Dock, MINE};
use super::buttons::Button;
use super::local::query_value;
use super::shell::Page;
use crate::fault::Fault;
use crate::house::House;
use crate::view::View;

/// A layer: `axum::middleware::from_fn_with_state(house, dress)`.
pub async fn dress(State(house): State<House>, request: Request, next: Next) -> Response {
    let here = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    let method = request.method().clone();
    let program = asks_as_program(request.uri().path(), request.headers());
    // Only a failure needs a view, and most requests do not fail: the headers are kept, the view is made later.
    let asked = request.headers().clone();
    let response = next.run(request).await;
    let Some(trouble) = Trouble::of(&response) else { return response };
    trouble.log(&here);
    let view = View::of(&house, &asked, here);
    let mut dressed = trouble.dress(&view, &method, program);
    if let Some(allow) = response.headers().get(ALLOW) {
        dressed.headers_mut().insert(ALLOW, allow.clone());
    }
    dressed
}

fn asks_as_program(path: &str, headers: &HeaderMap) -> bool {
    let accepts = headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("");
    path.starts_with("/api/") || accepts.contains("json") && !accepts.contains("text/html")
}

/// What went wrong: a stable code, the status, and the fault behind it when a handler gave one.
struct Trouble {
    code: &'static str,
    status: StatusCode,
    fault: Option<Fault>,
}

impl Trouble {
    fn of(response: &Response) -> Option<Trouble> {
        let status = response.status();
        if let Some(fault) = response.extensions().get::<Fault>() {
            return Some(Trouble { code: code(fault), status, fault: Some(fault.clone()) });
        }
        // Pages and documents of our own say what they are; what the router and the extractors refuse is bare or plain text.
        let media = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let bare = media.is_none_or(|m| m.starts_with(b"text/plain"));
        let code = match status {
            _ if !bare => return None,
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::METHOD_NOT_ALLOWED => "not-allowed",
            StatusCode::FORBIDDEN => "from-elsewhere",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => "outcome-unknown",
            StatusCode::SERVICE_UNAVAILABLE => "busy",
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
                "not-understood"
            }
            s if s.is_server_error() => "broken",
            _ => return None,
        };
        Some(Trouble { code, status, fault: None })
    }

    /// What a person can do nothing about is for the log; a page that is not there is nobody's failure.
    fn log(&self, here: &str) {
        let path = here.split('?').next().unwrap_or_default();
        match &self.fault {
            Some(fault) if fault.status().is_client_error() && !matches!(fault, Fault::AlreadyThere(_)) => {}
            Some(fault) => tracing::error!(path, code = self.code, %fault, "a request failed"),
            None if self.status.is_server_error() => tracing::error!(path, code = self.code, "a request failed"),
            None => {}
        }
    }

    fn dress(&self, v: &View, method: &Method, program: bool) -> Response {
        let sign_in = match self.fault {
            Some(Fault::SignInFirst) => Some("/sign-in"),
            Some(Fault::StaffSignInFirst) => Some("/staff/sign-in"),
            _ => None,
        };
        let mut response = match sign_in {
            _ if program => self.document(v),
            // After a form there is no page to come back to; it is the form's page that leads here again.
            Some(door) if *method == Method::GET => Redirect::to(&then(door, v)).into_response(),
            Some(door) => self.page(v, Some(door)),
            None => self.page(v, None),
        };
        let wait = match self.fault {
            Some(Fault::TooMany { seconds }) => Some(seconds),
            _ if self.status == StatusCode::SERVICE_UNAVAILABLE => Some(5),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    /// A problem document (RFC 9457).
    fn document(&self, v: &View) -> Response {
        let problem = json!({
            "type": format!("/problems/{}", self.code),
            "title": v.t(&format!("fault-{}", self.code)),
            "status": self.status.as_u16(),
            "detail": v.t(&format!("fault-{}-then", self.code)),
        });
        let media = HeaderValue::from_static("application/problem+json");
        (self.status, [(CONTENT_TYPE, media)], Json(problem)).into_response()
    }

    fn page(&self, v: &View, door: Option<&str>) -> Response {
        let title = v.t(&format!("fault-{}", self.code));
        let mine = self.code == "outcome-unknown";
        let again = self.status == StatusCode::SERVICE_UNAVAILABLE && !mine;
        // Red is for what a person has to put right; here there is nothing that they did wrong.
        let tone = if self.status.is_server_error() { "card best away" } else { "card best shut" };
        let body = html! {
            div class=(tone) role="alert" { p { (v.t(&format!("fault-{}-then", self.code))) } }
            div class="acts" {
                @if let Some(door) = door { (Button::new(v.t("page-sign-in")).href(door)) }
                @if mine { (Button::new(v.t("fault-look-at-mine")).href(MINE)) }
                @if again { (Button::new(v.t("fault-again")).icon("refresh").href(&v.here)) }
                (Button::new(v.t("fault-go-home")).secondary().icon("home").href("/"))
            }
            p class="note sec" { (v.t("fault-ask")) }
        };
        Page::new(v, title).dock(Dock::None).status(self.status).body(body).into_response()
    }
}

/// The door, and where to go on afterwards.
fn then(door: &str, v: &View) -> String {
    format!("{door}?then={}", query_value(&v.here))
}

/// The last part of a problem's type; stable, programs rely on it.
pub fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotFound => "not-found",
        Fault::SignInFirst | Fault::StaffSignInFirst => "sign-in-first",
        Fault::TooMany { .. } => "too-many-requests",
        Fault::Busy => "busy",
        Fault::Away(_) => "database-away",
        Fault::Unsure(_) => "outcome-unknown",
        Fault::AlreadyThere(_) => "already-there",
        Fault::Clash(_) => "clash",
        Fault::KeyReused => "key-reused",
        Fault::Broken(_) => "broken",
    }
}
