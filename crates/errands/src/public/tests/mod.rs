//! The pages and the API through the router, on the small station of the crate's tests.
mod pages;
mod drawing;
mod holding;
mod programs;
mod answers;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, Response, StatusCode};
use kernel::outbox;
use tower::ServiceExt as _;

use crate::TicketId;
use crate::acts;
use crate::rules::{Declared, OfficialId, Presence, Source};
use crate::tests::{Town, towns};

/// A town and its router.
pub struct Door {
    pub town: Town,
    web: Router,
}

pub async fn doors() -> Vec<Door> {
    let open = |town: Town| {
        let mine = people::Parts { mine: vec![super::mine_section()], ..people::Parts::default() };
        let parts = stations::Parts::new(vec![super::home_section()], vec![]).with_hints(vec![super::hint]);
        let web = super::routes().merge(stations::routes()).merge(people::routes(mine)).merge(super::api().router());
        let web = web.layer(axum::Extension(parts)).with_state(town.house.house());
        Door { town, web }
    };
    towns().await.into_iter().map(open).collect()
}

impl Door {
    pub async fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.web.clone().oneshot(request).await.unwrap()
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Response<Body> {
        self.ask(Request::get(path).header(COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// What a page says, which must be there.
    pub async fn page(&self, path: &str, cookie: &str) -> String {
        let answer = self.get(path, cookie).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        text(answer).await
    }

    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> Response<Body> {
        let request = Request::post(path).header(COOKIE, cookie);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub async fn call(&self, path: &str, key: &str, json: serde_json::Value) -> Response<Body> {
        let request = Request::post(format!("/api/v1/stations/sanhe{path}")).header(CONTENT_TYPE, "application/json");
        self.ask(request.header("idempotency-key", key).body(Body::from(json.to_string())).unwrap()).await
    }

    pub async fn look(&self, path: &str) -> serde_json::Value {
        json(self.get(&format!("/api/v1/stations/sanhe{path}"), "").await).await
    }

    /// Draws a number for the allowance with the button of its page; gives the ticket's path.
    pub async fn drawn(&self, cookie: &str, once: &str) -> String {
        let sent = self.post("/s/sanhe/tickets", cookie, &format!("matter=old-age-allowance&once={once}")).await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
        header(&sent, LOCATION)
    }

    pub async fn says(&self, official: OfficialId, presence: Presence, back: Option<jiff::civil::DateTime>) {
        let now = crate::answers::wall(&self.town.station, self.town.house.now());
        let said = Declared { presence, place: "县医院".into(), village: None, from: now, back };
        acts::declare(&self.town.house, &self.town.station, official, said, (Source::Page, None), None).await.unwrap();
    }

    /// Signs a resident in; gives the session's cookie.
    pub async fn sign_in(&self, phone: &str) -> String {
        let sent = self.post("/sign-in", "", &format!("phone={phone}&then=/s/sanhe")).await;
        let house = self.town.house.house();
        let station = kernel::db::types::StationId(0);
        let messages = self.town.house.db.read(move |c| outbox::newest(c, &house, station, 1)).await.unwrap();
        let digits = messages[0].text.split(|c: char| !c.is_ascii_digit()).find(|p| p.len() == 6).unwrap().to_owned();
        let done = self.post(&header(&sent, LOCATION), "", &format!("digits={digits}&then=/s/sanhe&once=a")).await;
        header(&done, SET_COOKIE).split(';').next().unwrap().to_owned()
    }
}

pub fn header(response: &Response<Body>, name: axum::http::HeaderName) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

pub async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1 << 20).await.unwrap().into()).unwrap()
}

pub async fn json(response: Response<Body>) -> serde_json::Value {
    serde_json::from_str(&text(response).await).unwrap()
}

/// The ticket that a path ends in.
pub fn id_of(path: &str) -> TicketId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}
