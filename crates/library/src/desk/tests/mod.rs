//! The counter through the real router, on every engine.
mod serving;
mod readers;
mod steps;
mod log;
mod lists;
mod settings;
mod programs;
mod pages;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::db::Conn;
use kernel::event;
use kernel::session::{self, Kind};
use people::StaffAt;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::CopyId;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::{self as lending, CopyState};
use crate::testing::{PORTS, Reader, Room, rooms};

pub const DESK: &str = "/s/sanhe/desk/library";
pub const CALLS: &str = "/api/v1/stations/sanhe/desk/library";

/// An answer of the router.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
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
    pub fn is(&self, status: StatusCode) -> &Answer {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The value of a hidden field, as the page has it first.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let found =
            self.body.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
        found.unwrap_or_else(|| panic!("no {name} in {}", self.body)).to_owned()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

/// A counter with somebody at it.
pub struct Counter {
    pub room: Room,
    pub clerk: String,
    pub manager: String,
}

pub async fn counters() -> Vec<Counter> {
    let mut all = vec![];
    for room in rooms(&[], &[]).await {
        let (clerk, manager) = (token(&room, &room.clerk).await, token(&room, &room.manager).await);
        all.push(Counter { room, clerk, manager });
    }
    all
}

async fn token(room: &Room, who: &StaffAt) -> String {
    let (h, id) = (room.house.house(), who.id);
    let work = move |c: &mut Conn| session::open(c, Kind::Staff, id.0, h.now(), &h.chance);
    room.house.db.write(work).await.unwrap().as_str().to_owned()
}

impl Counter {
    pub async fn ask(&self, token: &str, request: axum::http::request::Builder, body: String) -> Answer {
        let app: Router = crate::routes(PORTS).merge(crate::api(PORTS).router()).with_state(self.room.house.house());
        let request = request.header(header::COOKIE, format!("session={token}"));
        let response = app.oneshot(request.body(Body::from(body)).unwrap()).await.expect("a router always answers");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), 1 << 22).await.expect("the body is short");
        Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(&self.clerk, Request::get(path), String::new()).await
    }

    pub async fn send_as(&self, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let once = self.room.house.new_id().to_string();
        let own = [("once", once.as_str())];
        let own = if form.iter().any(|(name, _)| *name == "once") { &[][..] } else { &own[..] };
        let body: Vec<String> =
            own.iter().chain(form).map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(token, request, body.join("&")).await
    }

    /// A press at the counter, with a token of its own unless the form has one.
    pub async fn press(&self, form: &[(&str, &str)]) -> Answer {
        self.send_as(&self.clerk, DESK, form).await
    }

    pub async fn call_as(&self, token: &str, (method, path): (&str, &str), body: Value) -> Answer {
        let request = Request::builder().method(method).uri(format!("{CALLS}{path}"));
        self.ask(token, request.header(header::CONTENT_TYPE, "application/json"), body.to_string()).await
    }

    pub async fn call(&self, what: (&str, &str), body: Value) -> Answer {
        self.call_as(&self.clerk, what, body).await
    }

    pub async fn barcode(&self, copy: CopyId) -> String {
        self.room.sees(move |c, _, station| catalogue::copy(c, station.id, copy)).await.unwrap().barcode
    }

    /// The barcodes of both copies of 长安的荔枝.
    pub async fn lychees(&self) -> [String; 2] {
        let all = &self.room.has.lychee.copies;
        [self.barcode(all[0]).await, self.barcode(all[1]).await]
    }

    pub async fn hare(&self) -> String {
        self.barcode(self.room.has.hare.copies[0]).await
    }

    pub async fn chess(&self) -> String {
        self.barcode(self.room.has.chess.copies[0]).await
    }

    pub async fn state(&self, code: &str) -> CopyState {
        let code = code.to_owned();
        let read = move |c: &mut Conn, _: &kernel::house::House, station: &stations::Station| {
            let copy = catalogue::copy_by_barcode(c, station.id, &code)?.expect("a copy");
            lending::copy_state(c, station.id, &copy)
        };
        self.room.sees(read).await.unwrap()
    }

    pub async fn is_lent(&self, code: &str) -> bool {
        matches!(self.state(code).await, CopyState::Lent { .. })
    }

    pub async fn reader(&self, who: &Reader) -> lending::Reader {
        let person = who.person;
        self.room.sees(move |c, house, station| lending::at_reader(c, house, station, person)).await.unwrap()
    }

    /// What the reader has, by title.
    pub async fn has(&self, who: &Reader) -> Vec<String> {
        let mut all: Vec<String> = self.reader(who).await.loans.into_iter().map(|one| one.title.title).collect();
        all.sort();
        all
    }

    /// Scanned card and book: it is lent.
    pub async fn lends(&self, who: &Reader, code: &str) {
        self.press(&[("reader", &who.card), ("barcode", code)]).await.is(StatusCode::OK).says("借出去了");
    }

    /// The kinds of all events of lending, the oldest first, and all that they say.
    pub async fn events(&self) -> Vec<(String, String)> {
        let station = self.room.station.id;
        let all = self.room.house.db.read(move |c: &mut Conn| event::since(c, station, 0, 1000)).await.unwrap();
        let ours = ["loan.", "hold.", "library-task.", "reader."];
        let all = all.into_iter().map(|e| (e.kind.clone(), format!("{e:?}")));
        all.filter(|(kind, _)| ours.iter().any(|start| kind.starts_with(start))).collect()
    }

    pub async fn sound(&self) {
        assert_eq!(self.room.broken().await.unwrap(), Vec::<String>::new());
    }
}
