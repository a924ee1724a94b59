//! The ballot through the real router, on every engine: on a phone, at the machine in the hall, and by programs.
mod phone;
mod machine;
mod tips;
mod programs;
mod looking;
mod pages;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::BoxFuture;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::query_value;
use kernel::view::cookie;
use serde_json::Value;
use stations::Station;
use tower::ServiceExt as _;

use crate::Ports;
use crate::SurveyId;
use crate::rules::flags::{Hour, Mode};
use crate::tests::{Town, towns};

pub const SURVEY: &str = "/s/sanhe/survey";
pub const KIOSK: &str = "/s/sanhe/kiosk/survey";
pub const CALLS: &str = "/api/v1/stations/sanhe/survey";
/// What the machine keeps as a cookie.
pub const OPENED: &str = "kiosk=opened";

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Answer {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Answer {
        assert!(self.body.contains(words), "no “{words}” in {}", self.body);
        self
    }

    #[track_caller]
    pub fn hushes(&self, words: &str) -> &Answer {
        assert!(!self.body.contains(words), "“{words}” in {}", self.body);
        self
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads on to.
    #[track_caller]
    pub fn to(&self) -> &str {
        self.is(StatusCode::SEE_OTHER).header(header::LOCATION)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    /// The value of the first hidden field of this name.
    pub fn hidden(&self, name: &str) -> &str {
        let start = format!("name=\"{name}\" value=\"");
        self.body.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

fn at_kiosk<'a>(_: &'a House, _: &'a Station, headers: &'a HeaderMap) -> BoxFuture<'a, Result<bool, Fault>> {
    Box::pin(async move { Ok(cookie(headers, "kiosk") == Some("opened")) })
}

/// A town as whoever has a ballot sees it: nobody is signed in.
pub struct Square(pub Town);

pub async fn squares() -> Vec<Square> {
    towns().await.into_iter().map(Square).collect()
}

impl Square {
    async fn asked(&self, request: Request<Body>) -> Answer {
        let ports = Ports { at_kiosk };
        let app: Router = crate::routes(ports).merge(crate::api(ports).router()).with_state(self.0.house.house());
        let response = app.oneshot(request).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 22).await.expect("the body is short");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn looks(&self, path: &str, cookies: &str) -> Answer {
        self.asked(Request::get(path).header(header::COOKIE, cookies).body(Body::empty()).unwrap()).await
    }

    pub async fn sends(&self, path: &str, cookies: &str, form: &[(&str, &str)]) -> Answer {
        let pairs = form.iter().map(|(name, value)| format!("{}={}", query_value(name), query_value(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path)
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.asked(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn calls(&self, path: &str, key: &str, body: Value) -> Answer {
        let request =
            Request::post(path).header("idempotency-key", key).header(header::CONTENT_TYPE, "application/json");
        self.asked(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// In which ways answers came in.
    pub async fn modes(&self, id: SurveyId) -> Vec<(Mode, u64)> {
        let at = self.0.station.id;
        let hours = self.0.house.db.read(move |c: &mut Conn| crate::store::hours::all(c, at, id)).await.unwrap();
        hours.into_iter().map(|Hour { mode, n, .. }| (mode, n)).collect()
    }

    /// Nothing that is kept has a code in it, and no request.
    pub async fn keeps_no(&self, code: &str) {
        for row in self.0.dump().await {
            assert!(!row.contains(code) && !row.starts_with("idempotency"), "{row}");
        }
    }
}
