//! A small station whose opinions programs read and hand in, on every engine that is there.
mod handing;
mod pages;
mod partners;
mod reading;
mod secrecy;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::session::{self, Kind};
use kernel::testing::{TestHouse, houses};
use opinions::acts::{Doing, PublicText};
use opinions::{OpinionId, Ports, PostId};
use people::{Role, StaffAt};
use serde_json::Value;
use stations::Station;
use stations::testing::made_station;
use tower::ServiceExt as _;

use crate::acts;

/// Nobody serves here but staff.
pub const PORTS: Ports = Ports { officials: |_, _| Ok(vec![]) };

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

/// The station, with nothing in it.
pub fn bare() -> Vec<Town> {
    let tables =
        [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, opinions::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), opinions::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let mut c = Conn::open(&house.settings.database).expect("the database opens");
        let now = house.now();
        let station = c.in_transaction(|c| made_station(c, now)).expect("a station can be made");
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

/// Somebody who works here, and the token of their session.
pub struct Worker {
    pub staff: StaffAt,
    pub token: String,
}

/// The station with a manager, a second one, and the categories that most begin with.
pub struct Open {
    pub town: Town,
    pub manager: Worker,
    pub second: Worker,
}

impl std::ops::Deref for Open {
    type Target = Town;
    fn deref(&self) -> &Town {
        &self.town
    }
}

pub async fn opened() -> Vec<Open> {
    let mut all = vec![];
    for town in bare() {
        let (manager, second) = (town.works_here("manager"), town.works_here("second"));
        opinions::acts::starter(&town.doing(), &manager.staff).await.expect("categories can be made");
        all.push(Open { town, manager, second });
    }
    all
}

/// What was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    /// Each error's code and words.
    pub fn errors(&self) -> Vec<(u64, String)> {
        let all = self.json();
        let one = |error: &Value| {
            (error["code"].as_u64().expect("a code"), error["description"].as_str().expect("words").to_owned())
        };
        all.as_array().expect("a list").iter().map(one).collect()
    }
}

impl Town {
    pub fn doing(&self) -> Doing {
        Doing::new(self.house.house(), self.station.clone(), PORTS)
    }

    fn works_here(&self, login: &str) -> Worker {
        let (h, at) = (self.house.house(), self.station.id);
        let new = people::new_staff(&h, login, "祁海燕", "gate-open-7-days").expect("a hash").expect("a good login");
        let mut c = Conn::open(&h.settings.database).expect("the database opens");
        let made = c.in_transaction(|c| {
            let id = people::add_staff(c, &h, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
            people::give_role(c, &h, By::Program, id, at, Role::Manager, None)?;
            let token = session::open(c, Kind::Staff, id.0, h.now(), &h.chance)?;
            Ok::<_, Fault>((people::staff_at(c, &id, at, Role::Manager)?, token))
        });
        let (staff, token) = made.expect("staff can be added");
        Worker { staff, token: token.as_str().to_owned() }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let app = crate::routes(PORTS).merge(crate::api().router()).with_state(self.house.house());
        let response = app.oneshot(request).await.expect("a router always answers");
        let (head, body) = response.into_parts();
        let body = body.collect().await.expect("the body is short").to_bytes();
        Answer { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).expect("UTF-8") }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// A report, with an `Idempotency-Key` or without.
    pub async fn send(&self, pairs: &[(&str, &str)], key: Option<&str>) -> Answer {
        let request = Request::post("/open311/v2/requests.json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8");
        let request = key.into_iter().fold(request, |request, key| request.header("idempotency-key", key));
        self.ask(request.body(Body::from(form(pairs))).expect("a request")).await
    }
}

/// Pairs as a form sends them.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let escaped = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    pairs.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect::<Vec<_>>().join("&")
}

impl Open {
    /// A partner's key.
    pub async fn key(&self, name: &str) -> acts::Issued {
        let done = acts::issue(&self.house, &self.station, name.to_owned(), (self.manager.staff.id, None)).await;
        done.unwrap_or_else(|e| panic!("{e:?}"))
    }

    /// Hands something in that may be published. The token, and the opinion behind it.
    pub async fn handed_in(&self, key: &str, code: &str, text: &str) -> (String, OpinionId) {
        let pairs = [
            ("api_key", key),
            ("service_code", code),
            ("description", text),
            ("lat", "36.41234"),
            ("long", "102.08345"),
            ("address_string", "骆驼堡村文化广场"),
            ("attribute[may_publish]", "yes"),
        ];
        let answer = self.send(&pairs, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let token = answer.json()[0]["token"].as_str().expect("a token").to_owned();
        let (h, station, hash) = (self.house.house(), self.station.id, token.clone());
        let found = move |c: &mut Conn| crate::store::opinion_of(c, station, &crate::answers::token_hash(&h, &hash));
        (token, self.house.db.read(found).await.expect("a row").expect("the token leads somewhere"))
    }

    /// A manager screens it and writes what everybody may read.
    pub async fn published(&self, id: OpinionId, title: &str) -> PostId {
        let (doing, staff) = (self.doing(), &self.manager.staff);
        opinions::acts::screen(&doing, staff, (id, None, None), None).await.expect("it can be screened");
        let public = PublicText {
            title: title.into(),
            text: format!("{title}，已经三天"),
            answer: None,
            address: "骆驼堡村文化广场".into(),
            with_point: true,
        };
        opinions::acts::write_public(&doing, staff, (id, public), None).await.expect("it can be written")
    }

    /// A Monday comes on which what was written goes out, however little it is.
    pub async fn weeks_go_by(&self) {
        self.house.wait(SignedDuration::from_hours(24 * 35));
        opinions::jobs(&self.house, PORTS).await.expect("releases");
        crate::jobs(&self.house).await.expect("tokens are looked at");
    }

    /// Every invariant of the crate, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.expect("a look");
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}
