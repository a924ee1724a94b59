//! Notices on a small station where two people work: 祁海燕, its manager, and 李建国.
mod flow;
mod taking_down;
mod finding;
mod paging;
mod near;
mod feeds;
mod photos;
mod pages;
mod desk;
mod programs;
mod checking;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::session::{self, Kind};
use kernel::testing::{TestHouse, houses};
use people::{Role, StaffAt, StaffId};
use serde_json::Value;
use stations::Station;
use stations::testing::made_station;
use tower::ServiceExt;

use crate::answers::{self, Look, Public, Wanted};
use crate::asked::Rewrite;
use crate::rules::{Draft, NoNotice};
use crate::{NoticeId, acts, at_desk};

pub struct Worker {
    pub at: StaffAt,
    pub token: String,
}

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub qi: Worker,
    pub li: Worker,
}

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

    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }
}

fn worker(c: &mut Conn, house: &TestHouse, station: &Station, who: (&str, &str, Role)) -> Result<Worker, Fault> {
    let (login, name, role) = who;
    let h = house.house();
    let new = people::new_staff(&h, login, name, "gate-open-7-days")?.map_err(|_| Fault::broken("a bad login"))?;
    let id = people::add_staff(c, &h, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
    people::give_role(c, &h, By::Program, id, station.id, role, None)?;
    let token = session::open(c, Kind::Staff, id.0, h.now(), &h.chance)?.as_str().to_owned();
    Ok(Worker { at: StaffAt { id, name: name.to_owned(), role, owner: None }, token })
}

/// At noon of the fair.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let mut c = Conn::open(&house.settings.database).expect("the database opens");
        let made = c.in_transaction(|c| {
            let station = made_station(c, house.now())?;
            let qi = worker(c, &house, &station, ("qihaiyan", "祁海燕", Role::Manager))?;
            let li = worker(c, &house, &station, ("lijianguo", "李建国", Role::Clerk))?;
            Ok::<_, Fault>((station, qi, li))
        });
        let (station, qi, li) = made.expect("a town can be made");
        all.push(Town { house, station: Arc::new(station), qi, li });
    }
    all
}

pub fn text(title: &str, body: &str) -> Draft {
    Draft {
        section: 1,
        title: title.into(),
        body: body.into(),
        title_en: String::new(),
        body_en: String::new(),
        source: String::new(),
    }
}

impl Town {
    pub async fn drafts(&self, who: &Worker, draft: Draft) -> NoticeId {
        acts::draft(&self.house, &self.station, (draft, true), (who.at.id, None)).await.unwrap()
    }

    pub async fn publishes(&self, who: &Worker, id: NoticeId, read: i32) -> Result<(), Not<NoNotice>> {
        acts::publish(&self.house, &self.station, (id, read), (&who.at, None)).await
    }

    /// Written by 李建国, published by 祁海燕, a minute after the last.
    pub async fn tells(&self, draft: Draft) -> NoticeId {
        self.house.wait(SignedDuration::from_mins(1));
        let id = self.drafts(&self.li, draft).await;
        self.publishes(&self.qi, id, 1).await.unwrap();
        id
    }

    pub async fn rewrites(
        &self,
        who: &Worker,
        (id, read): (NoticeId, i32),
        (draft, what): (Draft, &str),
    ) -> Result<i32, Not<NoNotice>> {
        let rewrite = Rewrite { id, read, draft, what: what.into(), shots: None, ask: true };
        acts::rewrite(&self.house, &self.station, rewrite, (who.at.id, None)).await
    }

    pub async fn takes_down(&self, id: NoticeId, why: &str) {
        acts::ask_down(&self.house, &self.station, (id, why.into()), (self.li.at.id, None)).await.unwrap();
        let nr = self.whole(id).await.downs[0].nr;
        acts::confirm_down(&self.house, &self.station, (id, nr), (self.qi.at.id, None)).await.unwrap();
    }

    pub async fn look(&self, id: NoticeId) -> Result<Look, Fault> {
        let station = self.station.id;
        self.house.db.snapshot(move |c: &mut Conn| answers::look(c, station, id)).await
    }

    pub async fn public(&self, id: NoticeId) -> Public {
        match self.look(id).await {
            Ok(Look::Public(public)) => *public,
            other => panic!("not public: {other:?}"),
        }
    }

    pub async fn whole(&self, id: NoticeId) -> at_desk::Whole {
        let (station, me) = (self.station.id, self.qi.at.id);
        self.house.db.snapshot(move |c: &mut Conn| at_desk::whole(c, station, id, me)).await.unwrap()
    }

    /// The titles of a page, and whether there are more.
    pub async fn list(&self, wanted: Wanted) -> (Vec<NoticeId>, bool) {
        let station = self.station.id;
        let page = self.house.db.snapshot(move |c: &mut Conn| answers::list(c, station, &wanted)).await.unwrap();
        (page.all.iter().map(|l| l.notice.id).collect(), page.more)
    }

    pub async fn found(&self, typed: &str) -> Vec<NoticeId> {
        self.list(Wanted { typed: typed.into(), most: 50, ..Wanted::default() }).await.0
    }

    /// The kinds of all events of notices, the oldest first.
    pub async fn done(&self) -> Vec<String> {
        let station = self.station.id;
        let all = self.house.db.read(move |c: &mut Conn| event::since(c, station, 0, 1000)).await.unwrap();
        all.into_iter().map(|e| e.kind).filter(|kind| kind.starts_with("notice.")).collect()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let app: axum::Router = crate::routes().merge(crate::api().router()).with_state(self.house.house());
        let response = app.oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec();
        Answer { status, headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_as(&self, who: &Worker, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("session={}", who.token));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn send(&self, who: &Worker, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let body: Vec<String> = form.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("session={}", who.token));
        self.ask(request.body(Body::from(body.join("&"))).unwrap()).await
    }

    pub async fn call(&self, who: &Worker, (method, path): (&str, &str), body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1/stations/sanhe{path}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", who.token));
        self.ask(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Only one of the two works here from now on.
    pub async fn leaves(&self, who: StaffId) {
        let (h, station) = (self.house.house(), self.station.id);
        self.house.db.write(move |c: &mut Conn| people::take_role(c, &h, By::Program, who, station)).await.unwrap();
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

#[track_caller]
pub fn refused<T>(result: Result<T, Not<NoNotice>>) -> NoNotice {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        Err(Not::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("not refused"),
    }
}
