//! The months at the desk through the real router, on every engine.
mod residents;
mod correcting;
mod programs;
mod pages;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::fact;
use kernel::session::{self, Kind as Signed};
use people::StaffAt;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::Ports;
use crate::tests::Town;

/// Where the pages and the calls are.
pub const DESK: &str = "/s/sanhe/desk/months";
pub const CALLS: &str = "/api/v1/stations/sanhe/desk/months";

/// A day of which facts are.
pub const DAY: Date = date(2026, 6, 28);

pub struct Answer {
    pub status: StatusCode,
    pub to: String,
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

    #[track_caller]
    pub fn is_kept(&self, as_what: &str) -> &Answer {
        let to = format!("{DESK}?kept={as_what}");
        assert_eq!((self.status, self.to.as_str()), (StatusCode::SEE_OTHER, to.as_str()), "{}", self.body);
        self
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

impl Town {
    async fn ask(&self, who: Option<&StaffAt>, request: axum::http::request::Builder, body: String) -> Answer {
        let ports = Ports { at_kiosk: |_, _, _| Box::pin(async { Ok(false) }) };
        let app: Router = crate::routes(ports).merge(crate::api(ports).router()).with_state(self.house.house());
        let request = match who {
            Some(staff) => request.header(header::COOKIE, format!("session={}", self.signs_in(staff).await)),
            None => request,
        };
        let response = app.oneshot(request.body(Body::from(body)).unwrap()).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 22).await.expect("the body is short");
        let to = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        Answer { status: parts.status, to, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// A session of its own for each request: days pass between them.
    async fn signs_in(&self, staff: &StaffAt) -> String {
        let (h, id, now) = (self.house.house(), staff.id.0, self.house.now());
        let work = move |c: &mut Conn| session::open(c, Signed::Staff, id, now, &h.chance);
        self.house.db.write(work).await.unwrap().as_str().to_owned()
    }

    pub async fn get(&self, who: Option<&StaffAt>, path: &str) -> Answer {
        self.ask(who, Request::get(path), String::new()).await
    }

    pub async fn send(&self, who: &StaffAt, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let pairs = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(Some(who), request, body).await
    }

    /// A call with a JSON body.
    pub async fn call(&self, who: &StaffAt, (method, path): (&str, &str), key: &str, body: Value) -> Answer {
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        self.ask(Some(who), request.header("idempotency-key", key), body.to_string()).await
    }

    /// A room that was open for ten hours on [`DAY`].
    pub async fn opens_a_room(&self) {
        let data = json!({ "venue": 1, "units": 1, "minutes": 600, "spans": [["2026-06-28T00:00:00Z", "2026-06-28T10:00:00Z"]] });
        self.notes("venue.open", data).await;
    }

    /// Somebody used it for so many minutes.
    pub async fn uses_it(&self, minutes: i64) {
        let data = json!({
            "venue": 1, "offering": 1, "minutes": minutes, "people": 2, "walk_in": false,
            "seen": true, "units": 1, "for": "resident",
        });
        self.notes("venue.used", data).await;
    }

    /// Ten times: a correction by fewer shows what was shown before.
    pub async fn uses_it_ten_times(&self, minutes: i64) {
        for _ in 0..10 {
            self.uses_it(minutes).await;
        }
    }

    async fn notes(&self, kind: &'static str, data: Value) {
        let (h, station) = (self.house.house(), self.station.id);
        let at = "2026-06-28T09:00:00Z".parse().expect("an instant");
        let work = move |c: &mut Conn| fact::record(c, station, h.new_id(), kind, (DAY, at), &data);
        self.house.db.write(work).await.unwrap();
    }

    /// June is over, and made: of ten hours three were used, by ten (of fewer nothing would be said).
    pub async fn publishes_june(&self) {
        self.opens_a_room().await;
        for _ in 0..10 {
            self.uses_it(18).await;
        }
        self.house.wait(SignedDuration::from_hours(24 * 3 + 22));
        crate::months::jobs(&self.house).await.unwrap();
    }
}
