//! The door through acts and jobs, on every engine; and a way to press through the real router.
mod saying;
mod finding;
mod promising;

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fact::{self, Fact};
use kernel::session::{self, Kind as Signed};
use people::StaffAt;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::Ports;
use crate::door::answers::{self, Today};
use crate::tests::Town;

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// Every fact of a kind in the weeks around the test's day.
pub async fn facts(town: &Town, kind: &'static str) -> Vec<Fact> {
    let station = town.station.id;
    let (from, until): (Date, Date) = (jiff::civil::date(2026, 5, 1), jiff::civil::date(2026, 12, 1));
    town.house.db.read(move |c: &mut Conn| fact::between(c, station, kind, from, until)).await.unwrap()
}

pub async fn today(town: &Town) -> Today {
    let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
    town.house.db.snapshot(move |c: &mut Conn| answers::today(c, &h, &station, now)).await.unwrap()
}

/// The kinds of all events of the door, the oldest first.
pub async fn events(town: &Town) -> Vec<String> {
    let station = town.station.id;
    let all = town.house.db.read(move |c: &mut Conn| kernel::event::since(c, station, 0, 1000)).await.unwrap();
    all.into_iter().map(|event| event.kind).filter(|kind| kind.starts_with("door.")).collect()
}

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

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

/// A town before which somebody stands.
pub struct Before<'t>(pub &'t Town);

impl Before<'_> {
    async fn ask(&self, who: Option<&StaffAt>, mut request: Request<Body>) -> Answer {
        let ports = Ports { at_kiosk: |_, _, _| Box::pin(async { Ok(false) }) };
        let app: Router = crate::routes(ports).merge(crate::api(ports).router()).with_state(self.0.house.house());
        if let Some(staff) = who {
            let cookie = format!("session={}", self.signs_in(staff).await);
            request.headers_mut().insert(header::COOKIE, cookie.parse().expect("a header"));
        }
        let response = app.oneshot(request).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 22).await.expect("the body is short");
        let to = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        Answer { status: parts.status, to, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn signs_in(&self, staff: &StaffAt) -> String {
        let (h, id, now) = (self.0.house.house(), staff.id.0, self.0.house.now());
        let work = move |c: &mut Conn| session::open(c, Signed::Staff, id, now, &h.chance);
        self.0.house.db.write(work).await.unwrap().as_str().to_owned()
    }

    pub async fn get(&self, who: Option<&StaffAt>, path: &str) -> Answer {
        self.ask(who, Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn send(&self, who: Option<&StaffAt>, path: &str, form: &[(&str, &str)]) -> Answer {
        let pairs = form.iter().map(|(name, value)| format!("{name}={}", kernel::page::query_value(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(who, request.body(Body::from(body)).unwrap()).await
    }

    pub async fn call(&self, who: Option<&StaffAt>, path: &str, (key, body): (&str, Value)) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.ask(who, request.header("idempotency-key", key).body(Body::from(body.to_string())).unwrap()).await
    }

    /// A program presses from an address of its own.
    pub async fn presses_from(&self, address: [u8; 4]) -> Answer {
        let mut request = Request::post(FOUND).body(Body::from(json!({}).to_string())).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 1000))));
        self.ask(None, request).await
    }
}

/// Where programs say that the door was closed.
pub const FOUND: &str = "/api/v1/stations/sanhe/door/found-closed";
