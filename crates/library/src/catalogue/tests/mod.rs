//! What comes into a reading room, how it is found and changed. 李建国, a clerk, does it.
mod finding;
mod coming_in;
mod changing;
mod files;
mod pages;
mod programs;
mod checking;

use std::ops::Deref;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::db::Conn;
use kernel::event;
use kernel::session::{self, Kind};
use people::StaffAt;
use serde_json::Value;
use tower::ServiceExt as _;

use super::acts;
use super::answers::{self, Found};
use super::rules::{NewCopies, NewTitle, Of, Only};
use crate::TitleId;
use crate::rules::{Copy, Title};
use crate::testing::{PORTS, Room, rooms, title};

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

    pub fn leads_to(&self) -> String {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }
}

const BOUNDARY: &str = "-----------------------------7d";

/// A form with a file of a field and a name.
pub fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = vec![];
    let mut part = |head: String, bytes: &[u8]| {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    if let Some((name, bytes)) = file {
        part(format!("name=\"{name}\"; filename=\"a.bin\""), bytes);
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

/// A room, as whoever works on its titles sees it.
pub struct Desk(Room);

impl Deref for Desk {
    type Target = Room;
    fn deref(&self) -> &Room {
        &self.0
    }
}

pub async fn desks() -> Vec<Desk> {
    rooms(&[], &[]).await.into_iter().map(Desk).collect()
}

impl Desk {
    pub async fn token(&self, who: &StaffAt) -> String {
        let (h, id) = (self.house.house(), who.id.0);
        let open = move |c: &mut Conn| session::open(c, Kind::Staff, id, h.now(), &h.chance);
        self.house.db.write(open).await.unwrap().as_str().to_owned()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let app: axum::Router = crate::routes(PORTS).merge(crate::api(PORTS).router()).with_state(self.house.house());
        let response = app.oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec();
        Answer { status, headers, bytes }
    }

    pub async fn page(&self, path: &str) -> Answer {
        let cookie = format!("session={}", self.token(&self.clerk).await);
        let request = Request::get(format!("/s/sanhe/desk/library{path}")).header(header::COOKIE, cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn sends(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let body: Vec<String> = form.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        let request = Request::post(format!("/s/sanhe/desk/library{path}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("session={}", self.token(&self.clerk).await));
        self.ask(request.body(Body::from(body.join("&"))).unwrap()).await
    }

    pub async fn uploads(&self, path: &str, form: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
        let request = Request::post(format!("/s/sanhe/desk/library{path}"))
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .header(header::COOKIE, format!("session={}", self.token(&self.clerk).await));
        self.ask(request.body(Body::from(multipart(form, file))).unwrap()).await
    }

    pub async fn calls(&self, (method, path): (&str, &str), body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1/stations/sanhe/desk/library{path}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token(&self.clerk).await));
        self.ask(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// One copy on the first shelf.
    pub async fn takes_in(&self, new: NewTitle) -> acts::TakenIn {
        let copies = NewCopies { shelf: self.has.shelf, source: String::new(), count: 1 };
        acts::take_in(&self.house, &self.station, Of::New(new), copies, None, (&self.clerk, None)).await.unwrap()
    }

    pub async fn found(&self, typed: &str) -> Vec<Found> {
        let typed = typed.to_owned();
        self.sees(move |c, _, station| answers::search(c, station.id, &typed, 50)).await.unwrap()
    }

    pub async fn titles_found(&self, typed: &str) -> Vec<String> {
        self.found(typed).await.into_iter().map(|one| one.title.title).collect()
    }

    pub async fn a_title(&self, id: TitleId) -> Title {
        self.sees(move |c, _, station| answers::title(c, station.id, id)).await.unwrap()
    }

    pub async fn copies(&self, id: TitleId) -> Vec<Copy> {
        self.sees(move |c, _, station| answers::copies_of(c, station.id, id)).await.unwrap()
    }

    /// The kinds of all events from number `after` on.
    pub async fn done(&self, after: i64) -> Vec<String> {
        let all = self.sees(move |c, _, station| event::since(c, station.id, after, 1000)).await.unwrap();
        all.into_iter().map(|e| e.kind).collect()
    }

    pub async fn last_change(&self) -> i64 {
        self.sees(|c, _, station| event::last(c, station.id)).await.unwrap()
    }

    pub async fn sound(&self) {
        assert_eq!(self.broken().await.unwrap(), Vec::<String>::new());
    }
}
