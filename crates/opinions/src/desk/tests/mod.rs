//! The desk through the real router, on every engine.
mod seeing;
mod acting;
mod calling;
mod hiding;
mod papers;
mod setup;
mod samples;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::session::{self, Kind};
use kernel::testing::{TestHouse, houses};
use people::{Role, StaffAt};
use stations::Station;

use crate::OpinionId;
use crate::acts::{self, Doing, Left, New};
use crate::answers::{self, Holder, Seen};
use crate::ports::{Official, Ports};
use crate::testing::{member, said};

pub const PORTS: Ports = Ports { officials };

/// Everybody of staff serves; 李文斌 at the desk for civil affairs.
fn officials(c: &mut Conn, station: StationId) -> Result<Vec<Official>, Fault> {
    let one = |s: StaffAt| Official {
        staff: Some(s.id),
        desk: (s.name == CLERK).then(|| "民政窗口".to_owned()),
        name: s.name,
        title_zh: "干事".into(),
        title_en: "clerk".into(),
    };
    Ok(people::staff_of(c, station)?.into_iter().map(one).collect())
}

pub const MANAGER: &str = "祁海燕";
pub const OTHER_MANAGER: &str = "王建军";
pub const CLERK: &str = "李文斌";
pub const OTHER_CLERK: &str = "马学兰";

/// Somebody of staff who is signed in.
pub struct Worker {
    pub staff: StaffAt,
    token: String,
}

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub manager: Worker,
    pub other_manager: Worker,
    pub clerk: Worker,
    pub other_clerk: Worker,
    /// Manages the station of the next township.
    pub stranger: Worker,
}

/// The next station, with nothing in it.
fn next_station(c: &mut Conn, now: jiff::Timestamp) -> Result<Station, Fault> {
    c.run("INSERT INTO divisions VALUES (630203101, '平安镇', '平安区', '海东市', '青海省', NULL)")?;
    let draft = stations::Draft {
        name_zh: "平安镇共享驿站".into(),
        name_en: String::new(),
        address: "平安镇".into(),
        phone: None,
        at: None,
        zone: jiff::tz::TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: "Mo-Su 06:00-22:00".into(),
    };
    let slug = "pingan".parse().map_err(|_| Fault::broken("a slug that is none"))?;
    let id = stations::make_station(c, 630_203_101, &slug, &draft, By::Program, now);
    stations::by_id(c, id.map_err(|e| Fault::broken(format!("{e:?}")))?)
}

pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let (h, now) = (house.house(), house.now());
        let made = move |c: &mut Conn| {
            let station = stations::testing::made_station(c, now)?;
            let next = next_station(c, now)?;
            crate::testing::categories(c, &h, &station)?;
            let mut worker = |at: &Station, name: &str, role| {
                let staff = member(c, &h, at, (name, role))?;
                let token = session::open(c, Kind::Staff, staff.id.0, now, &h.chance)?.as_str().to_owned();
                Ok::<_, Fault>(Worker { staff, token })
            };
            let manager = worker(&station, MANAGER, Role::Manager)?;
            let other_manager = worker(&station, OTHER_MANAGER, Role::Manager)?;
            let clerk = worker(&station, CLERK, Role::Clerk)?;
            let other_clerk = worker(&station, OTHER_CLERK, Role::Clerk)?;
            let stranger = worker(&next, "外站人", Role::Manager)?;
            Ok::<_, Fault>((station, manager, other_manager, clerk, other_clerk, stranger))
        };
        let (station, manager, other_manager, clerk, other_clerk, stranger) = house.db.write(made).await.unwrap();
        let station = Arc::new(station);
        all.push(Town { house, station, manager, other_manager, clerk, other_clerk, stranger });
    }
    all
}

/// An answer of the router.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub keep: String,
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

    #[track_caller]
    pub fn is_kept(&self) -> &Answer {
        assert!(self.status == StatusCode::SEE_OTHER && self.to.ends_with("?kept=1"), "{} {}", self.status, self.body);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// Where the desk's pages and calls are.
pub const DESK: &str = "/s/sanhe/desk/opinions";
pub const CALLS: &str = "/api/v1/stations/sanhe/desk/opinions";

impl Town {
    pub fn doing(&self) -> Doing {
        Doing::new(self.house.house(), self.station.clone(), PORTS)
    }

    /// Lets days go by; everybody signs in again.
    pub async fn later(&mut self, days: i64) {
        self.house.wait(jiff::SignedDuration::from_hours(24 * days));
        let (h, now) = (self.house.house(), self.house.now());
        let all =
            [&mut self.manager, &mut self.other_manager, &mut self.clerk, &mut self.other_clerk, &mut self.stranger];
        for worker in all {
            let (h, id) = (h.clone(), worker.staff.id.0);
            let signed_in = h.db.write({
                let h = h.clone();
                move |c: &mut Conn| session::open(c, Kind::Staff, id, now, &h.chance)
            });
            worker.token = signed_in.await.unwrap().as_str().to_owned();
        }
    }

    async fn ask(&self, who: &Worker, request: axum::http::request::Builder, body: String) -> Answer {
        use tower::ServiceExt as _;
        let app: Router = crate::routes(PORTS).merge(crate::api(PORTS).router()).with_state(self.house.house());
        let request = request.header(header::COOKIE, format!("session={}", who.token)).body(Body::from(body)).unwrap();
        let response = app.oneshot(request).await.expect("a router always answers");
        let status = response.status();
        let head = |name| response.headers().get(name).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
        let (to, keep) = (head(header::LOCATION), head(header::CACHE_CONTROL));
        let body = to_bytes(response.into_body(), 1 << 22).await.expect("the body is short");
        Answer { status, to, keep, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, who: &Worker, path: &str) -> Answer {
        self.ask(who, Request::get(path), String::new()).await
    }

    /// Sends a form with a token of its own.
    pub async fn send(&self, who: &Worker, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let once = self.house.new_id().to_string();
        let token = [("once", once.as_str())];
        let pairs = if form.iter().any(|(n, _)| *n == "once") { &[][..] } else { &token[..] };
        let body: Vec<String> =
            pairs.iter().chain(form).map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(who, request, body.join("&")).await
    }

    /// A call with a JSON body and a key of its own.
    pub async fn call(&self, who: &Worker, (method, path): (&str, &str), body: serde_json::Value) -> Answer {
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        let request = request.header("idempotency-key", self.house.new_id().to_string());
        self.ask(who, request, body.to_string()).await
    }

    pub async fn leave(&self, new: New) -> Left {
        acts::leave(&self.doing(), new, None, None).await.unwrap()
    }

    pub async fn left(&self, text: &str) -> OpinionId {
        self.leave(said(text)).await.id
    }

    /// The category with this code.
    pub async fn category(&self, slug: &str) -> String {
        let (station, slug) = (self.station.id, slug.to_owned());
        let all = self.house.db.read(move |c: &mut Conn| answers::categories(c, station)).await.unwrap();
        all.into_iter().find(|k| k.slug == slug).map(|k| k.id.to_string()).unwrap()
    }

    /// Reads it and gives it to somebody, by the page.
    pub async fn give(&self, id: OpinionId, to: &Worker) {
        let (category, to) = (self.category("roads").await, to.staff.id.to_string());
        let form = [("category", category.as_str()), ("to", to.as_str())];
        self.send(&self.manager, &format!("{DESK}/{id}/screening"), &form).await.is_kept();
    }

    /// What whoever has the receipt sees.
    pub async fn seen(&self, id: OpinionId) -> Seen {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let read = move |c: &mut Conn| answers::seen(c, &h, &station, &Holder { id }, now);
        self.house.db.read(read).await.unwrap()
    }
}
