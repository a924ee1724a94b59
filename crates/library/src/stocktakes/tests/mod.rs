//! Walks along the shelves of a small room, on every engine.
mod walking;
mod together;
mod desk;
mod programs;
mod pages;

use std::ops::Deref;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::session::{self, Kind};
use people::{PersonId, StaffId};
use serde_json::Value;
use tower::ServiceExt as _;

use super::acts::{self, Ended, Scanned};
use super::answers::{self, Ending, Here};
use super::rules::NoStocktake;
use crate::catalogue;
use crate::lending::acts::{self as lending, Back, Lending, LentOut};
use crate::lending::answers::ready_holds;
use crate::lending::rules::{Hand, NoHold, NoLoan};
use crate::rules::Copy;
use crate::testing::{PORTS, Room, rooms};
use crate::{CopyId, HoldId, StocktakeId, TitleId};

/// A furnished room whose desk is asked through the router.
pub struct Desk {
    pub room: Room,
    /// What the manager and the clerk are signed in with.
    pub manager: String,
    pub clerk: String,
    web: Router,
}

impl Deref for Desk {
    type Target = Room;
    fn deref(&self) -> &Room {
        &self.room
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    #[track_caller]
    pub fn is(self, status: StatusCode) -> Answer {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Answer {
        assert!(self.text.contains(words), "{words} is missing: {}", self.text);
        self
    }

    #[track_caller]
    pub fn hushes(self, words: &str) -> Answer {
        assert!(!self.text.contains(words), "{words} is there: {}", self.text);
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }

    /// Where a press leads.
    #[track_caller]
    pub fn leads(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    }
}

/// A day after everything was taken in: what came today says nothing about shelves.
pub async fn desks() -> Vec<Desk> {
    let mut all = vec![];
    for room in rooms(&[], &[]).await {
        room.house.wait(SignedDuration::from_hours(24));
        let (manager, clerk) = (signed_in(&room, room.manager.id).await, signed_in(&room, room.clerk.id).await);
        let web = crate::routes(PORTS).merge(crate::api(PORTS).router()).with_state(room.house.house());
        all.push(Desk { room, manager, clerk, web });
    }
    all
}

pub async fn signed_in(room: &Room, staff: StaffId) -> String {
    let h = room.house.house();
    let open = move |c: &mut Conn| session::open(c, Kind::Staff, staff.0, h.now(), &h.chance);
    room.house.db.write(open).await.unwrap().as_str().to_owned()
}

impl Desk {
    async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.web.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 16 << 20).await.unwrap();
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// A page, read by whoever is signed in with `token`; by a stranger without one.
    pub async fn page(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("session={token}"));
        self.answer(request.body(Body::empty()).unwrap()).await
    }

    pub async fn press(&self, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = kernel::page::query_value;
        let body: Vec<String> = form.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("session={token}"));
        self.answer(request.body(Body::from(body.join("&"))).unwrap()).await
    }

    /// A call of the API below `/api/v1/stations`.
    pub async fn asks(&self, token: &str, (method, path): (&str, &str), body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1/stations{path}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.answer(request.body(body).unwrap()).await
    }

    pub async fn copy(&self, id: CopyId) -> Copy {
        self.sees(move |c, _, station| catalogue::answers::copy(c, station.id, id)).await.unwrap()
    }

    pub async fn barcode(&self, id: CopyId) -> String {
        self.copy(id).await.barcode
    }

    /// What `yizhan check` finds.
    pub async fn is_sound(&self) {
        assert_eq!(self.broken().await.unwrap(), Vec::<String>::new());
    }

    pub async fn begins(&self, shelf: Option<i32>) -> Result<StocktakeId, Not<NoStocktake>> {
        acts::begin(&self.house, &self.station, shelf, (self.room.clerk.id, None)).await
    }

    pub async fn scans(
        &self,
        id: StocktakeId,
        at: Option<i32>,
        copies: &[CopyId],
    ) -> Result<Vec<Scanned>, Not<NoStocktake>> {
        let mut typed = vec![];
        for copy in copies {
            typed.push(self.barcode(*copy).await);
        }
        acts::scan(&self.house, &self.station, (id, at), typed).await
    }

    pub async fn ending(&self, id: StocktakeId) -> (Here, Ending) {
        self.sees(move |c, house, station| answers::ending(c, house, station, id)).await.unwrap()
    }

    pub async fn ends(&self, id: StocktakeId, read: &str) -> Result<Ended, Not<NoStocktake>> {
        acts::end(&self.house, &self.station, (id, read.to_owned()), (self.room.clerk.id, None)).await
    }

    /// Looked at and ended at once.
    pub async fn looks_and_ends(&self, id: StocktakeId) -> Result<Ended, Not<NoStocktake>> {
        let (_, ending) = self.ending(id).await;
        self.ends(id, &ending.read).await
    }

    pub async fn lends(&self, copy: CopyId, person: PersonId) -> Result<LentOut, Not<NoLoan>> {
        let lending = Lending { copy, person, despite: false };
        lending::lend(&self.house, &self.station, lending, (Hand::Desk(self.room.clerk.id), None)).await
    }

    pub async fn takes_back(&self, copy: CopyId) -> Result<Back, Fault> {
        lending::give_back(&self.house, &self.station, copy, (Hand::Desk(self.room.clerk.id), None)).await
    }

    pub async fn waits(&self, title: TitleId, person: PersonId) -> Result<HoldId, Not<NoHold>> {
        lending::hold(&self.house, &self.station, (title, person), (Hand::Phone, None)).await
    }

    /// What is put aside for somebody.
    pub async fn kept_for(&self, person: PersonId) -> Vec<CopyId> {
        let ready = self.sees(|c, _, station| ready_holds(c, station.id)).await.unwrap();
        let theirs = ready.into_iter().filter(|(_, who)| *who == person);
        theirs.filter_map(|(hold, _)| hold.ready.map(|(copy, _)| copy.id)).collect()
    }

    /// The kinds of events that begin so, the oldest first.
    pub async fn happened(&self, begins: &'static str) -> Vec<String> {
        let all = self.sees(|c, _, station| kernel::event::since(c, station.id, 0, 10_000)).await.unwrap();
        all.into_iter().map(|e| e.kind).filter(|kind| kind.starts_with(begins)).collect()
    }

    /// Changes a row that no act changes.
    pub async fn run(&self, sql: String) {
        let done = self.house.db.write(move |c: &mut Conn| c.run(&sql)).await;
        assert_eq!(done, Ok::<(), Fault>(()));
    }
}
