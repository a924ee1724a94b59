//! The JSON API as a program at the desk calls it.
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::clock::Clock;
use serde_json::{Value, json};
use ureq::Agent;

use crate::ground::{PASSWORD, ROOMS, SLUG};

const PATIENCE: Duration = Duration::from_secs(30);
const LENGTH: SignedDuration = SignedDuration::from_mins(30);
const DAY: i64 = 24 * 60 * 60;

/// One slot of one room, that nobody else asks for, and the key under which it is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    pub offering: String,
    pub from: Timestamp,
    key: String,
}

impl Order {
    /// The n-th: all rooms in the first half-hour after `first`, then all rooms in the next.
    pub fn number(n: u64, first: Timestamp) -> Order {
        let later = i32::try_from(n / ROOMS).expect("slots enough for a test");
        Order { offering: format!("room-{}", n % ROOMS), from: first + LENGTH * later, key: format!("order-{n}") }
    }
}

/// The midnight (UTC) after tomorrow's.
pub fn first_slot() -> Timestamp {
    let days = Clock::system().now().as_second() / DAY;
    Timestamp::from_second((days + 2) * DAY).expect("a day of our time")
}

/// What came back: a status and a document, or nothing that can be relied on.
pub type Answer = Option<(u16, Value)>;

pub struct Desk {
    agent: Agent,
    base: String,
    token: String,
}

fn agent() -> Agent {
    Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build().into()
}

pub fn is_ready(base: &str) -> bool {
    agent().get(format!("{base}/readyz")).call().is_ok_and(|answer| answer.status() == 200)
}

/// A page as a browser in this language sees it.
pub fn page(url: &str, language: &str) -> (u16, String) {
    let asked = agent().get(url).header("accept", "text/html").header("accept-language", language).call();
    let mut answer = asked.expect("the station answers");
    (answer.status().as_u16(), answer.body_mut().read_to_string().expect("a page"))
}

pub fn sign_in(base: &str) -> String {
    let desk = Desk::new(base, "");
    let answer = desk.post("/staff/sessions", "sign-in", &json!({ "login": "clerk", "password": PASSWORD }));
    let (status, session) = answer.expect("the desk answers");
    assert_eq!(status, 201, "{session}");
    session["token"].as_str().expect("a token").to_owned()
}

impl Desk {
    pub fn new(base: &str, token: &str) -> Desk {
        Desk { agent: agent(), base: format!("{base}/api/v1"), token: format!("Bearer {token}") }
    }

    pub fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base)).header("authorization", &self.token);
        let request = request.header("content-type", "application/json").header("idempotency-key", key);
        answer(request.send(body.to_string()))
    }

    pub fn get(&self, path: &str) -> Value {
        let request =
            self.agent.get(format!("{}/stations/{SLUG}{path}", self.base)).header("authorization", &self.token);
        let (status, said) = answer(request.call()).unwrap_or_else(|| panic!("{path} was not answered"));
        assert_eq!(status, 200, "{path}: {said}");
        said
    }

    /// A household card, made on the desk's page: the letters under its code.
    pub fn card(&self, name: &str) -> String {
        let path = self.base.replace("/api/v1", &format!("/s/{SLUG}/desk/cards"));
        let request =
            self.agent.post(path).header("authorization", &self.token).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let mut answer = request.send(format!("name={name}&agrees=1&once=card")).expect("the desk answers");
        let sheet = answer.body_mut().read_to_string().expect("a page");
        let letters = sheet.rsplit_once("<p class=\"small\">").and_then(|(_, rest)| rest.split_once('<'));
        letters.unwrap_or_else(|| panic!("no card: {sheet}")).0.replace(' ', "")
    }

    /// The id of the reservation, once it is acknowledged.
    pub fn book(&self, order: &Order) -> Option<String> {
        let body =
            json!({ "offering": order.offering, "from": order.from, "minutes": LENGTH.as_mins(), "name": "罗生贵" });
        let (status, said) = self.post(&format!("/stations/{SLUG}/desk/reservations"), &order.key, &body)?;
        // Overloaded: nothing was changed.
        if status == 503 {
            return None;
        }
        assert_eq!(status, 201, "{order:?}: {said}");
        Some(said["id"].as_str().expect("an id").to_owned())
    }

    /// Whether the cancellation was acknowledged.
    pub fn cancel(&self, id: &str) -> bool {
        let path = format!("/stations/{SLUG}/reservations/{id}/cancellation");
        match self.post(&path, &format!("cancel-{id}"), &json!({})) {
            None | Some((503, _)) => false,
            Some((status, said)) => {
                assert_eq!(status, 200, "{said}");
                true
            }
        }
    }
}

/// An answer that broke off is none.
fn answer(sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    let mut response = sent.ok()?;
    let body = response.body_mut().read_to_string().ok()?;
    Some((response.status().as_u16(), serde_json::from_str(&body).ok()?))
}
