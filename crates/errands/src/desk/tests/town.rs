//! The station of the acts' tests, with somebody who works at it.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::session::{self, Kind};
use people::Role;
use tower::ServiceExt as _;

use crate::rules::OfficialId;
use crate::store;
use crate::tests::Town;

pub const DESK: &str = "/s/sanhe/desk";
pub const API: &str = "/api/v1/stations/sanhe";

/// Somebody who works here, signed in: the value of the cookie. As `official`, if they are one.
pub fn works_here(town: &Town, role: Role, official: Option<OfficialId>) -> String {
    let (h, now, station) = (town.house.house(), town.house.now(), town.station.id);
    let login = format!("{}-{}", if role == Role::Manager { "manager" } else { "clerk" }, official.unwrap_or(0));
    let new = people::new_staff(&h, &login, "祁海燕", "gate-open-7-days").expect("a hash").expect("a good login");
    let signed_in = Conn::open(&town.house.settings.database).expect("it opens").in_transaction(|c| {
        let id = people::add_staff(c, &h, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
        people::give_role(c, &h, By::Program, id, station, role, None)?;
        if let Some(official) = official {
            let old = store::official(c, station, official)?;
            store::set_official(c, station, &store::Official { staff: Some(id), ..old })?;
        }
        session::open(c, Kind::Staff, id.0, now, &h.chance)
    });
    signed_in.expect("staff can sign in").as_str().to_owned()
}

/// A new session of somebody who works here.
pub fn signed_in(town: &Town, staff: people::StaffId) -> String {
    let (h, now) = (town.house.house(), town.house.now());
    let mut c = Conn::open(&town.house.settings.database).expect("it opens");
    let opened = c.in_transaction(|c| session::open(c, Kind::Staff, staff.0, now, &h.chance));
    opened.expect("staff can sign in").as_str().to_owned()
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

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The value of the first hidden field of this name.
    pub fn hidden(&self, name: &str) -> String {
        let start = format!(r#"name="{name}" value=""#);
        let rest = self.body.split_once(&start).unwrap_or_else(|| panic!("no {name} in {}", self.body)).1;
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

async fn ask(town: &Town, request: Request<Body>) -> Answer {
    let app: Router = crate::routes().merge(crate::api().router()).with_state(town.house.house());
    let response = app.oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let to = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("the body is short");
    Answer { status, to, body: String::from_utf8_lossy(&body).into_owned() }
}

pub async fn get_in(town: &Town, token: &str, path: &str, lang: &str) -> Answer {
    let request = Request::get(path).header(header::COOKIE, format!("session={token}; lang={lang}"));
    ask(town, request.body(Body::empty()).expect("a request")).await
}

pub async fn get(town: &Town, token: &str, path: &str) -> Answer {
    get_in(town, token, path, "zh-CN").await
}

pub async fn send(town: &Town, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let escaped = |text: &str| kernel::page::query_value(text);
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("session={token}"));
    ask(town, request.body(Body::from(body.join("&"))).expect("a request")).await
}

/// A call of the API with a JSON body.
pub async fn call(town: &Town, token: &str, (method, path): (&str, &str), body: serde_json::Value) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(format!("{API}{path}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", format!("{method} {path} {body}"))
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    ask(town, request.body(Body::from(body.to_string())).expect("a request")).await
}

/// A call that nobody is signed in for.
pub async fn call_at(town: &Town, path: &str, body: &str) -> Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    ask(town, request.body(Body::from(body.to_owned())).expect("a request")).await
}
