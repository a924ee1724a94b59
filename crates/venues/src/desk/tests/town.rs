//! A station with a room of two tables and a hall of two halves, a manager and a clerk, on every engine there is.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kernel::db::{Conn, Undone};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::session::{self, Kind};
use kernel::testing::{TestHouse, houses};
use people::Role;
use tower::ServiceExt;

use crate::rules::Mode;
use crate::testing::{made_station, make_room};

pub const DESK: &str = "/s/sanhe/desk";
/// Wednesday 24 June 2026 in Sanhe.
const MORNING: &str = "2026-06-24T09:00:00+08:00";

pub fn towns() -> Vec<TestHouse> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let houses = houses(&tables, &texts);
    for house in &houses {
        house.set_clock(MORNING.parse().expect("an instant"));
        let now = house.now();
        at_once(house, move |c| {
            let station = made_station(c, now)?;
            make_room(c, station.id, (1, "table"), &[1, 2], &[(1, "table", Mode::AnyOne)])?;
            make_room(c, station.id, (2, "hall"), &[3, 4], &[(2, "whole", Mode::All), (3, "half", Mode::AnyOne)])
        })
        .expect("a town can be made");
    }
    houses
}

pub fn at_once<T, E: Undone>(house: &TestHouse, f: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    Conn::open(&house.settings.database)?.in_transaction(f)
}

/// Somebody who works in Sanhe, signed in: the value of the cookie.
pub fn works_here(house: &TestHouse, role: Role) -> String {
    let (at, now) = (house.house(), house.now());
    let login = if role == Role::Manager { "manager" } else { "clerk" };
    let new = people::new_staff(&at, login, "祁海燕", "gate-open-7-days").expect("a hash").expect("a good login");
    let signed_in = at_once(house, |c| {
        let station = stations::by_slug(c, "sanhe")?.id;
        let id = people::add_staff(c, &at, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
        people::give_role(c, &at, By::Program, id, station, role, None)?;
        session::open(c, Kind::Staff, id.0, now, &at.chance)
    });
    signed_in.expect("staff can sign in").as_str().to_owned()
}

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
}

pub async fn ask(house: &TestHouse, request: Request<Body>) -> Answer {
    let api = crate::api().router();
    let app: Router = crate::routes().merge(api).with_state(house.house());
    let response = app.oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let to = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("the body is short");
    Answer { status, to, body: String::from_utf8_lossy(&body).into_owned() }
}

/// A page of the desk, asked for by somebody signed in.
pub async fn get(house: &TestHouse, token: &str, path: &str) -> Answer {
    let request = Request::get(path).header(header::COOKIE, format!("session={token}"));
    ask(house, request.body(Body::empty()).expect("a request")).await
}

pub async fn get_in_english(house: &TestHouse, token: &str, path: &str) -> Answer {
    let request = Request::get(path).header(header::COOKIE, format!("session={token}; lang=en"));
    ask(house, request.body(Body::empty()).expect("a request")).await
}

pub async fn send(house: &TestHouse, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let escaped = |text: &str| kernel::page::query_value(text);
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("session={token}"));
    ask(house, request.body(Body::from(body.join("&"))).expect("a request")).await
}

/// A call of the API with a JSON body.
pub async fn call(house: &TestHouse, token: &str, (method, path): (&str, &str), body: serde_json::Value) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", format!("{method} {path} {body}"))
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    ask(house, request.body(Body::from(body.to_string())).expect("a request")).await
}
