//! Moods on a small station with three published notices, on every engine that is there.
mod voting;
mod flood;
mod closing;
mod ranking;
mod programs;
mod pages;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderName, Method, Request, Response, StatusCode};
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use stations::Station;
use stations::testing::made_station;
use tower::ServiceExt as _;

use super::acts::{self, Voting};
use super::answers::{self, Board};
use super::rules::{Device, Mood, NoVote};
use super::{Headline, schema, store};
use crate::NoticeId;
use crate::schema::notices;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub notices: Vec<NoticeId>,
    web: Router,
}

pub fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().expect("an id"))
}

/// A notice that everybody reads, as its own group keeps it.
pub fn publish(c: &mut Conn, station: StationId, notice: NoticeId, now: Timestamp) -> Result<(), Fault> {
    use notices as t;
    let row = (
        (t::station_id.eq(station), t::id.eq(notice), t::section.eq(1), t::stands.eq(1), t::work.eq(0)),
        (t::version.eq(1), t::shown.eq(Some(1)), t::editor.eq(id(901)), t::writer.eq(id(901)), t::made_at.eq(Ts(now))),
        (t::published_at.eq(Some(Ts(now))), t::changed_at.eq(Some(Ts(now)))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

/// What is taken down is read by nobody.
pub fn take_down(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<(), Fault> {
    let one = notices::table.find((station, notice));
    on!(c, c => diesel::update(one).set(notices::stands.eq(2)).execute(c))?;
    Ok(())
}

/// As the group of notices will tell it.
pub fn published(c: &mut Conn, station: StationId, ids: &[NoticeId]) -> Result<Vec<Headline>, Fault> {
    use notices as t;
    let found: Vec<NoticeId> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::id.eq_any(ids)).and(t::stands.eq(1)))
        .select(t::id)
        .load(c))?;
    Ok(found.into_iter().map(|id| Headline { zh: format!("动态 {id}"), en: String::new(), id }).collect())
}

/// Three notices were published at noon of 27 November.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), vec![super::TEXTS]].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock("2026-11-27T04:00:00Z".parse().expect("an instant"));
        let (h, now) = (house.house(), house.now());
        let ids: Vec<NoticeId> = (1..=3).map(|n| NoticeId(id(n))).collect();
        let made = ids.clone();
        let work = move |c: &mut Conn| {
            let station = made_station(c, now)?;
            c.run(&format!("INSERT INTO notice_sections VALUES ({}, 1, 'station', '站里的事', '', 1)", station.id))?;
            for notice in &made {
                publish(c, station.id, *notice, now)?;
                acts::opened(c, &h, &station, *notice, now)?;
            }
            Ok::<_, Fault>(station)
        };
        let station = Arc::new(house.db.write(work).await.unwrap());
        let web = super::routes(published).merge(super::api(published).router()).with_state(house.house());
        all.push(Town { house, station, notices: ids, web });
    }
    all
}

/// A phone of its own, the same for the same number.
pub fn phone(n: u32) -> Device {
    let mut random = [7; 32];
    random[..4].copy_from_slice(&n.to_be_bytes());
    Device::made_of(&random)
}

/// Somebody at another address each time, so that limits of addresses do not matter.
pub fn from(n: u32) -> IpAddr {
    IpAddr::from((0x0A00_0000 + n).to_be_bytes())
}

impl Town {
    pub async fn vote(&self, notice: usize, n: u32, wants: Option<Mood>) -> Result<Board, Not<NoVote>> {
        let voting = Voting { notice: self.notices[notice], device: phone(n), wants, from: from(n) };
        acts::vote(&self.house, &self.station, published, voting).await
    }

    /// So many phones choose a mood, numbered from `first`.
    pub async fn voted(&self, notice: usize, (first, many): (u32, u32), mood: Mood) {
        for n in first..first + many {
            self.vote(notice, n, Some(mood)).await.unwrap();
        }
    }

    pub async fn board(&self, notice: usize, device: Option<Device>) -> Board {
        let (h, at, id, now) = (self.house.house(), self.station.id, self.notices[notice], self.house.now());
        let read = move |c: &mut Conn| answers::board(c, &h, (at, id), device.as_ref(), now);
        self.house.db.read(read).await.unwrap()
    }

    /// How many rows of votes there are, of all notices.
    pub async fn rows(&self) -> i64 {
        let count = |c: &mut Conn| Ok::<_, Fault>(on!(c, c => schema::mood_votes::table.count().get_result(c))?);
        self.house.db.read(count).await.unwrap()
    }

    pub fn path(&self, notice: usize) -> String {
        format!("/s/sanhe/notices/{}/mood", self.notices[notice])
    }

    /// One request, from one address, with a cookie or none.
    pub async fn ask(
        &self,
        (method, path): (Method, &str),
        (from, cookie): (IpAddr, &str),
        (media, body): (&str, String),
    ) -> Response<Body> {
        let request = Request::builder().method(method).uri(path).header(CONTENT_TYPE, media).header(COOKIE, cookie);
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(from, 40_000)));
        self.web.clone().oneshot(request).await.unwrap()
    }

    pub async fn post(&self, notice: usize, from: IpAddr, cookie: &str, form: &str) -> Response<Body> {
        let sent = ("application/x-www-form-urlencoded", form.to_owned());
        self.ask((Method::POST, &self.path(notice)), (from, cookie), sent).await
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Response<Body> {
        self.ask((Method::GET, path), (from(1), cookie), ("text/plain", String::new())).await
    }

    /// Every invariant of the group, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoVote>>) -> NoVote {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

pub fn header(response: &Response<Body>, name: HeaderName) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

/// The `name=value` that a browser would send back.
pub fn kept(response: &Response<Body>) -> String {
    header(response, SET_COOKIE).split(';').next().unwrap().to_owned()
}

pub async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1 << 20).await.unwrap().into()).unwrap()
}
