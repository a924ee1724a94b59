//! The figures, from tickets that were really drawn, on every engine.
mod figures;
mod pages;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use serde_json::Value;

use super::answers::{Measured, measured};
use super::rules::{Period, Row};
use crate::TicketId;
use crate::acts::Press;
use crate::ratings::acts::{Said, rate};
use crate::ratings::rules::{Level, Via};
use crate::rules::{Drawing, Outcome};
use crate::tests::{Town, in_line};

/// Draws for the allowance in the hall, waits two minutes and is served for six.
pub async fn visit(town: &Town, outcome: Outcome) -> TicketId {
    let id = town.draw(Drawing { matters: vec![1], line: None, ..in_line(1) }).await.unwrap().id;
    town.house.wait(SignedDuration::from_mins(2));
    town.next(1).await.unwrap();
    town.press(id, Press::Serve).await.unwrap();
    town.house.wait(SignedDuration::from_mins(6));
    town.press(id, Press::Finish(vec![(1, outcome)])).await.unwrap();
    id
}

pub async fn rated(town: &Town, id: TicketId, level: Level) {
    rate(&town.house, &town.station, (id, Via::Ticket), Said { level, words: None }, None).await.unwrap();
}

/// Lets so many hours pass, and what time decides be written down.
pub async fn later(town: &Town, hours: i64) {
    town.house.wait(SignedDuration::from_hours(hours));
    crate::jobs(&town.house).await.unwrap();
}

pub async fn june(town: &Town) -> Measured {
    let (station, now) = (town.station.clone(), town.house.now());
    let period = Period::month(date(2026, 6, 1));
    town.house.db.read(move |c: &mut Conn| measured(c, &station, period, now)).await.unwrap()
}

#[track_caller]
pub fn row(m: &Measured, figure: &str, part: &str) -> Row {
    let found = m.rows.iter().find(|r| r.figure.name() == figure && r.part == part);
    *found.unwrap_or_else(|| panic!("no {figure} {part}"))
}

pub async fn get(town: &Town, path: &str) -> (StatusCode, String) {
    use tower::ServiceExt as _;
    let app: Router = super::routes().merge(super::api().router()).with_state(town.house.house());
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let response = app.oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("the body is short");
    (status, String::from_utf8_lossy(&body).into_owned())
}

pub fn json(body: &str) -> Value {
    serde_json::from_str(body).expect("it is JSON")
}
