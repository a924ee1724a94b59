//! The pages and the API of residents, through the real router.
mod residents;
mod unnamed;
mod asking;
mod programs;
mod pages;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::session::{self, Kind as Signed};
use kernel::testing::{TestHouse, houses};
use people::{PersonId, Role, StaffAt};
use serde_json::Value;
use stations::Station;
use tower::ServiceExt as _;

use crate::WishId;
use crate::rules::{Draft, Kind};
use crate::testing::{member, opened, whose, wished};

/// Somebody who is signed in.
pub struct Known {
    pub token: String,
}

/// Somebody of staff who is signed in.
pub struct Worker {
    pub staff: StaffAt,
    pub known: Known,
}

/// A station with three villages, four who work there, and a manager of the next.
pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub manager: Worker,
    /// A clerk who writes wishes down.
    pub coordinator: Worker,
    /// Two others who look at them.
    pub li: Worker,
    pub ma: Worker,
}

pub const VILLAGES: [(i64, &str); 3] =
    [(630_203_102_200, "索尔干村"), (630_203_102_201, "骆驼堡村"), (630_203_102_202, "窑洞村")];

fn worker(c: &mut Conn, house: &TestHouse, station: &Station, (name, role): (&str, Role)) -> Result<Worker, Fault> {
    let h = house.house();
    let staff = member(c, &h, station, (name, role))?;
    let token = session::open(c, Signed::Staff, staff.id.0, h.now(), &h.chance)?.as_str().to_owned();
    Ok(Worker { staff, known: Known { token } })
}

pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let mut c = Conn::open(&house.settings.database).expect("the database opens");
        let made = c.in_transaction(|c| {
            let station = stations::testing::made_station(c, house.now())?;
            for (code, name) in VILLAGES {
                c.run(&format!(
                    "INSERT INTO divisions VALUES ({code}, '{name}', '平安区', '海东市', '青海省', 630203102)"
                ))?;
            }
            let manager = worker(c, &house, &station, ("王站长", Role::Manager))?;
            let coordinator = worker(c, &house, &station, ("祁海燕", Role::Clerk))?;
            let li = worker(c, &house, &station, ("李建国", Role::Clerk))?;
            let ma = worker(c, &house, &station, ("马学兰", Role::Clerk))?;
            Ok::<_, Fault>((station, manager, coordinator, li, ma))
        });
        let (station, manager, coordinator, li, ma) = made.expect("a town can be made");
        all.push(Town { house, station: Arc::new(station), manager, coordinator, li, ma });
    }
    all
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
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

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn to(&self) -> &str {
        self.header(header::LOCATION)
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

/// Where the calls are.
pub const CALLS: &str = "/api/v1/stations/sanhe/wishes";

impl Town {
    pub async fn ask(&self, who: Option<&Known>, request: axum::http::request::Builder, body: String) -> Answer {
        let app: Router = crate::routes().merge(crate::api().router()).with_state(self.house.house());
        let request = match who {
            Some(known) => request.header(header::COOKIE, format!("session={}", known.token)),
            None => request,
        };
        let response = app.oneshot(request.body(Body::from(body)).unwrap()).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 22).await.expect("the body is short");
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, who: Option<&Known>, path: &str) -> Answer {
        self.ask(who, Request::get(path), String::new()).await
    }

    /// Sends a form, with a token of its own unless it brings one.
    pub async fn send(&self, who: Option<&Known>, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let fresh = self.house.new_id().to_string();
        let once = [("once", fresh.as_str())];
        let token = if form.iter().any(|(name, _)| *name == "once") { &[][..] } else { &once[..] };
        let pairs = token.iter().chain(form).map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(who, request, body).await
    }

    /// A call with a JSON body.
    pub async fn call(&self, who: Option<&Known>, (method, path): (&str, &str), key: &str, body: Value) -> Answer {
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        self.ask(who, request.header("idempotency-key", key), body.to_string()).await
    }

    /// Somebody with this number, signed in.
    pub async fn resident(&self, phone: &str) -> (PersonId, Known) {
        let (h, phone) = (self.house.house(), phone.parse().expect("a number"));
        let work = move |c: &mut Conn| {
            let person = people::person_by_phone(c, &h, &phone)?;
            Ok::<_, Fault>((person, people::sign_in(c, &h, person)?.as_str().to_owned()))
        };
        let (person, token) = self.house.db.write(work).await.unwrap();
        (person, Known { token })
    }

    /// A wish that everybody sees, a minute after the last.
    pub async fn open(&self, draft: Draft, (name, phone): (&str, Option<&str>)) -> WishId {
        self.house.wait(jiff::SignedDuration::from_mins(1));
        let (h, station) = (self.house.house(), self.station.clone());
        let hands = [&self.coordinator, &self.li, &self.ma].map(|worker| worker.staff.id);
        let person = whose(name, phone).expect("a name and a number");
        let work = move |c: &mut Conn| opened(c, &h, &station, hands, (draft.clone(), person.clone()));
        self.house.db.write(work).await.unwrap()
    }

    /// The same of nobody in particular.
    pub async fn thing(&self, kind: Kind, thing: &str) -> WishId {
        self.open(wished(kind, thing).expect("a thing"), ("罗大爷", None)).await
    }
}

/// Where everybody looks at one.
pub fn path(id: WishId) -> String {
    format!("/s/sanhe/wishes/{id}")
}

impl Town {
    /// Everybody of staff signs in again, after days.
    pub async fn again(&mut self) {
        let (h, now) = (self.house.house(), self.house.now());
        for worker in [&mut self.manager, &mut self.coordinator, &mut self.li, &mut self.ma] {
            let (h, id) = (h.clone(), worker.staff.id.0);
            let work = {
                let h = h.clone();
                move |c: &mut Conn| session::open(c, Signed::Staff, id, now, &h.chance)
            };
            worker.known.token = h.db.write(work).await.unwrap().as_str().to_owned();
        }
    }
}
