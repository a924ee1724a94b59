//! Ratings and call-backs through acts, pages and programs, on every engine.
mod rating;
mod calling_back;
mod parting;
mod pages;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::refusal::Not;

use super::acts::{self, Said};
use super::answers::{self, OfTicket, ToCall};
use super::rules::{Level, Refusal, Via};
use crate::TicketId;
use crate::acts::Press;
use crate::rules::Drawing;
use crate::tests::{Town, in_line};

/// Somebody draws for the allowance, is served at desk 1, and is done.
pub async fn served(town: &Town) -> TicketId {
    let id = town.draw(Drawing { matters: vec![1], line: None, ..in_line(1) }).await.unwrap().id;
    done(town, id).await;
    id
}

pub async fn done(town: &Town, id: TicketId) {
    assert_eq!(town.next(1).await.unwrap().called, Some(id));
    town.press(id, Press::Serve).await.unwrap();
    town.house.wait(jiff::SignedDuration::from_mins(6));
    town.press(id, Press::Finish(vec![])).await.unwrap();
}

pub async fn say(town: &Town, id: TicketId, level: Level, words: &str) -> Result<acts::Kept, Not<Refusal>> {
    let said = Said { level, words: Some(words.into()) };
    acts::rate(&town.house, &town.station, (id, Via::Ticket), said, None).await
}

pub async fn seen(town: &Town, id: TicketId) -> OfTicket {
    let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
    let read = move |c: &mut Conn| {
        let kept = crate::store::by_id(c, station.id, id)?;
        answers::of_ticket(c, &h, &station, &kept, now)
    };
    town.house.db.read(read).await.unwrap()
}

pub async fn to_call(town: &Town) -> Vec<ToCall> {
    let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
    town.house.db.read(move |c: &mut Conn| answers::call_backs(c, &h, &station, now)).await.unwrap()
}

/// The days of which facts are read.
const YEAR: (Date, Date) = (date(2026, 1, 1), date(2027, 1, 1));

/// The data of all facts of a kind.
pub async fn facts(town: &Town, kind: &'static str) -> Vec<(Date, serde_json::Value)> {
    let station = town.station.id;
    let read = move |c: &mut Conn| kernel::fact::between(c, station, kind, YEAR.0, YEAR.1);
    town.house.db.read(read).await.unwrap().into_iter().map(|f| (f.on, f.data)).collect()
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// Lets so many hours pass, and what time decides be written down.
pub async fn later(town: &Town, hours: i64) {
    town.house.wait(jiff::SignedDuration::from_hours(hours));
    crate::jobs(&town.house).await.unwrap();
}

/// An answer of the router.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

impl Answer {
    #[track_caller]
    pub fn says(&self, words: &str) -> &Answer {
        assert!(self.body.contains(words), "no “{words}” in {}", self.body);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// The browser of the tests is a kiosk as well.
const KIOSK: &str = "kiosk=rehearsal";

async fn ask(town: &Town, request: Request<Body>) -> Answer {
    use tower::ServiceExt as _;
    crate::kiosk::known(&town.house, town.station.id, "rehearsal").await.expect("a link");
    let app: Router = crate::routes().merge(super::api().router()).with_state(town.house.house());
    let response = app.oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let to = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("the body is short");
    Answer { status, to, body: String::from_utf8_lossy(&body).into_owned() }
}

pub async fn get(town: &Town, token: &str, path: &str) -> Answer {
    let request = Request::get(path).header(header::COOKIE, format!("session={token}; {KIOSK}"));
    ask(town, request.body(Body::empty()).expect("a request")).await
}

pub async fn send(town: &Town, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let escaped = |text: &str| kernel::page::query_value(text);
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("session={token}; {KIOSK}"));
    ask(town, request.body(Body::from(body.join("&"))).expect("a request")).await
}

/// A call of the API with a JSON body.
pub async fn put(town: &Town, token: &str, path: &str, body: serde_json::Value) -> Answer {
    let request = Request::put(format!("/api/v1/stations/sanhe{path}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", format!("{path} {body}"))
        .header(header::COOKIE, format!("session={token}"));
    ask(town, request.body(Body::from(body.to_string())).expect("a request")).await
}
