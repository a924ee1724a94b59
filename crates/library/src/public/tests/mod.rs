//! What everybody sees and presses, on a small station with one shelf of books and one honesty shelf. 马桂花 has a phone, the household of
//! 祁德全 has a card and none.
mod pages;
mod looking;
mod borrowing;
mod machine;
mod honesty;
mod programs;
mod elsewhere;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::{Extension, Router};
use kernel::BoxFuture;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::{self, Kind as Session};
use kernel::testing::{TestHouse, houses};
use kernel::view::cookie;
use people::{PersonId, Role};
use serde_json::Value;
use stations::Station;
use stations::testing::made_station;
use tower::ServiceExt as _;

use crate::TitleId;
use crate::catalogue::acts::{shelf_within, take_in_within};
use crate::catalogue::answers;
use crate::catalogue::rules::{NewCopies, NewShelf, NewTitle, NoIntake, Of};
use crate::ports::Ports;
use crate::rules::{Copy, Kind, Settings};

pub const LIBRARY: &str = "/s/sanhe/library";
pub const KIOSK: &str = "/s/sanhe/kiosk/library";
/// What the machine keeps as a cookie.
const OPENED: &str = "kiosk=opened";

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub clerk: String,
    pub ma: PersonId,
    pub phone: String,
    pub household: PersonId,
    /// What a scanner reads from the card of the household.
    pub card: String,
}

pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    /// The value of the first hidden field of that name on the page.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let field = text.split(&format!("name=\"{name}\" value=\"")).nth(1);
        field.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }
}

fn at_kiosk<'a>(_: &'a House, _: &'a Station, headers: &'a HeaderMap) -> BoxFuture<'a, Result<bool, Fault>> {
    Box::pin(async move { Ok(cookie(headers, "kiosk") == Some("opened")) })
}

fn made(not: Not<NoIntake>) -> Fault {
    match not {
        Not::Refused(_) => Fault::broken("a test's book is refused"),
        Not::Fault(fault) => fault,
    }
}

/// At noon of the fair.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let (now, h) = (h.now(), &h);
            let station = made_station(c, now)?;
            let new = people::new_staff(h, "qihaiyan", "祁海燕", "gate-open-7-days")?;
            let new = new.map_err(|_| Fault::broken("a bad login"))?;
            let id = people::add_staff(c, h, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
            people::give_role(c, h, By::Program, id, station.id, Role::Clerk, None)?;
            let clerk = session::open(c, Session::Staff, id.0, now, &h.chance)?.as_str().to_owned();
            let ma = people::person_by_phone(c, h, &"13800010001".parse().expect("a number"))?;
            let phone = session::open(c, Session::Resident, ma.0, now, &h.chance)?.as_str().to_owned();
            let name = "祁德全".parse().expect("a name");
            let household = people::NewHousehold { name, phone: None };
            let issued = people::issue_card(c, h, (station.id, id), &household, None)?;
            let household = people::scanned_card(c, h, &issued.code)?.ok_or(Fault::NotFound)?.card.person;
            for (code, name, honesty) in [("a1", "A1 架 · 文学", false), ("ting", "门厅诚信书架", true)] {
                let new =
                    NewShelf { code: code.into(), name_zh: name.into(), name_en: String::new(), honesty, place: 1 };
                shelf_within(c, &station, &new, (By::Program, now)).map_err(made)?;
            }
            Ok::<_, Fault>((station, clerk, (ma, phone), (household, issued.code)))
        };
        let (station, clerk, (ma, phone), (household, card)) = house.db.write(work).await.unwrap();
        all.push(Town { house, station: Arc::new(station), clerk, ma, phone, household, card });
    }
    all
}

pub fn title(title: &str, kind: Kind) -> NewTitle {
    NewTitle {
        isbn: None,
        title: title.into(),
        subtitle: String::new(),
        authors: String::new(),
        publisher: String::new(),
        year: None,
        class: String::new(),
        kind,
        for_children: kind == Kind::PictureBook,
        note: String::new(),
    }
}

/// A form as a browser sends it.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped = kernel::page::query_value;
    fields.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect::<Vec<_>>().join("&")
}

impl Town {
    /// A title with so many copies on the first shelf.
    pub async fn has(&self, new: NewTitle, count: u8) -> (TitleId, Vec<Copy>) {
        let (h, station) = (self.house.house(), self.station.clone());
        let work = move |c: &mut Conn| {
            let now = h.now();
            let copies = NewCopies { shelf: 1, source: String::new(), count };
            let of = Of::New(new.clone());
            let taken = take_in_within(c, &h, &station, &of, &copies, None, (By::Program, now)).map_err(made)?;
            Ok::<_, Fault>((taken.title, answers::copies_of(c, station.id, taken.title)?))
        };
        self.house.db.write(work).await.unwrap()
    }

    pub async fn book(&self, called: &str, count: u8) -> (TitleId, Vec<Copy>) {
        self.has(title(called, Kind::Book), count).await
    }

    pub async fn decides(&self, settings: Settings) {
        let station = self.station.id;
        let work = move |c: &mut Conn| answers::set_settings(c, station, &settings);
        self.house.db.write(work).await.unwrap();
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let ports = Ports { at_kiosk };
        let api = super::api().extension(ports);
        let app: Router = super::routes().layer(Extension(ports)).merge(api.router()).with_state(self.house.house());
        let response = app.oneshot(request).await.unwrap();
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec();
        Answer { status, to, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn sent(&self, (method, path): (&str, &str), cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookie);
        self.ask(request.body(Body::from(form(fields))).unwrap()).await
    }

    /// 马桂花 looks, signed in.
    pub async fn ma_looks(&self, path: &str) -> Answer {
        self.sent(("GET", path), &format!("session={}", self.phone), &[]).await
    }

    /// 马桂花 presses.
    pub async fn ma_presses(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.sent(("POST", path), &format!("session={}", self.phone), fields).await
    }

    /// Somebody presses of whom nothing is known.
    pub async fn presses(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.sent(("POST", path), "", fields).await
    }

    /// The machine in the hall, as it is opened.
    pub async fn machine(&self) -> Answer {
        self.sent(("GET", KIOSK), OPENED, &[]).await
    }

    /// One scan at it; `fields` are those of the page that stands there.
    pub async fn scans(&self, fields: &[(&str, &str)]) -> Answer {
        self.sent(("POST", KIOSK), OPENED, fields).await
    }

    /// A program, in the name of whoever has that session.
    pub async fn call(&self, token: &str, (method, path): (&str, &str), body: Value) -> Answer {
        self.call_with(token, (method, path), body, None).await
    }

    pub async fn call_with(&self, token: &str, (method, path): (&str, &str), body: Value, key: Option<&str>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, "application/json");
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.ask(request.body(body).unwrap()).await
    }

    /// Who has what, as the barcodes say it, with `true` for 马桂花 and `false` for the household.
    pub async fn lent(&self) -> Vec<(String, bool)> {
        let (h, station, people) =
            (self.house.house(), self.station.clone(), [(self.ma, true), (self.household, false)]);
        let read = move |c: &mut Conn| {
            let mut all = vec![];
            for (person, is_ma) in people {
                let reader = crate::lending::answers::at_reader(c, &h, &station, person)?;
                all.extend(reader.loans.into_iter().map(|loan| (loan.copy.barcode, is_ma)));
            }
            Ok::<_, Fault>(all)
        };
        self.house.db.snapshot(read).await.unwrap()
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}
