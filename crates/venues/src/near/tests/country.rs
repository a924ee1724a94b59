//! Four stations: Sanhe; one 11 km north of it; one 33 km north; one that has not said where it lies.
use axum::body::{Body, to_bytes};
use axum::http::response::Parts;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::{Extension, Router};
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use std::sync::Arc;
use tower::ServiceExt;

use crate::acts::{self, Booker};
use crate::rules::{Ask, Mode};
use crate::testing::{made_station, make_room};

/// Wednesday 24 June 2026 in Sanhe.
pub const EVENING: &str = "2026-06-24T19:20:00+08:00";

/// The division, the slug, where it lies, the activity.
type Standing = (i64, &'static str, Option<(f64, f64)>, &'static str);

/// Three of them, among these the one without a place, have a table; the one in the north has chess.
const STATIONS: [Standing; 3] = [
    (630_203_001, "pingan", Some((36.50, 102.0)), "table"),
    (630_203_200, "hongshuiquan", None, "table"),
    (630_203_201, "north", Some((36.70, 102.0)), "chess"),
];

pub fn countries() -> Vec<TestHouse> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS, people::TEXTS], stations::texts(), crate::texts()].concat();
    let houses = houses(&tables, &texts);
    for house in &houses {
        house.set_clock(EVENING.parse().expect("an instant"));
        let now = house.now();
        let mut c = Conn::open(&house.settings.database).expect("the database opens");
        c.in_transaction(|c| made(c, now)).expect("a country can be made");
    }
    houses
}

fn made(c: &mut Conn, now: jiff::Timestamp) -> Result<(), Fault> {
    let sanhe = made_station(c, now)?;
    let draft = stations::Draft {
        name_zh: "共享驿站".into(),
        name_en: String::new(),
        address: "镇政府院内".into(),
        phone: None,
        at: Some((36.40, 102.0)),
        zone: sanhe.zone.clone(),
        hours: "Mo-Su 06:00-22:00".into(),
    };
    stations::change_station(c, sanhe.id, &draft, By::Program, now)?;
    make_room(c, sanhe.id, (1, "table"), &[1, 2], &[(1, "table", Mode::AnyOne)])?;
    make_room(c, sanhe.id, (2, "hall"), &[3, 4], &[(2, "whole", Mode::All)])?;
    for (code, name, at, room) in STATIONS {
        c.run(&format!("INSERT INTO divisions VALUES ({code}, '{name}', '平安区', '海东市', '青海省', NULL)"))?;
        let slug = name.parse().map_err(|_| Fault::broken("a slug that is none"))?;
        let draft = stations::Draft { name_zh: name.into(), at, ..draft.clone() };
        let id = stations::make_station(c, code, &slug, &draft, By::Program, now)
            .map_err(|not| Fault::broken(format!("{not:?}")))?;
        make_room(c, id, (1, room), &[1], &[(1, room, Mode::AnyOne)])?;
    }
    Ok(())
}

/// The clerk of a station gives the table away from 19:30 on for `hours`.
pub async fn take(house: &TestHouse, slug: &str, hours: i32) {
    let slug = slug.to_owned();
    let station = Arc::new(house.db.read(move |c| stations::by_slug(c, &slug)).await.expect("it is there"));
    let from = house.now() + SignedDuration::from_mins(10);
    let desk = Booker::Desk { staff: StaffId(house.new_id()), name: None, phone: None };
    let ask = Ask { from, minutes: hours * 60, group: 1, said: None };
    let v = View::plain(house, Lang::Zh);
    acts::book(house, &station, &v, ("table".into(), ask), desk, None).await.expect("it is free");
}

pub fn close_today(house: &TestHouse, station: StationId) {
    let (now, id) = (house.now(), house.new_id());
    let span = crate::rules::Span { from: now, until: now + SignedDuration::from_hours(12) };
    let (reason, kind) = (crate::rules::Name::default(), crate::rules::LayerKind::Closed);
    let layer = crate::rules::Layer { id, venue: None, kind, span, reason };
    let mut c = Conn::open(&house.settings.database).expect("the database opens");
    c.in_transaction(|c| crate::store::insert_layer(c, station, &layer, id)).expect("it closes");
}

pub async fn get(house: &TestHouse, path: &str) -> (StatusCode, String) {
    let (answer, body) = answer(house, path).await;
    (answer.status, body)
}

/// The same with the headers of the answer.
pub async fn ask(house: &TestHouse, path: &str) -> (HeaderMap, String) {
    let (answer, body) = answer(house, path).await;
    (answer.headers, body)
}

async fn answer(house: &TestHouse, path: &str) -> (Parts, String) {
    let api = crate::api().router();
    let web = Router::new()
        .merge(crate::routes())
        .merge(api)
        .layer(Extension(stations::Parts::default()))
        .with_state(house.house());
    let answer = web.oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer");
    let (head, body) = answer.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("a whole page");
    (head, String::from_utf8_lossy(&body).into_owned())
}
