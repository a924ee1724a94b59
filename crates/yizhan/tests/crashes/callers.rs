//! Clerks who book seat after seat over HTTP and write down each acknowledgement.
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::clock::Clock;
use serde_json::{Value, json};
use yizhan::township::sanhe::{MANAGER, PASSWORD, SLUG, ZONE};

use crate::program::Program;

const CALLERS: usize = 16;
/// Seats of the reading room that are booked from 09:00 to 20:00 in half hours.
const SEATS: i64 = 24;
const HALF_HOURS: i64 = 22;

pub struct Callers {
    token: String,
    /// Which seat and half hour is next: each is asked for once.
    next: Arc<AtomicI64>,
    midnight: Timestamp,
}

pub struct Calling(Vec<JoinHandle<BTreeSet<String>>>);

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(5)));
    config.http_status_as_error(false).build().into()
}

impl Callers {
    /// Signs in once; the session survives the kills too.
    pub fn new(program: &Program) -> Callers {
        let running = program.start();
        let address = format!("http://127.0.0.1:{}/api/v1/staff/sessions", running.port);
        let answer = agent().post(&address).content_type("application/json");
        let mut answer = answer.send(json!({ "login": MANAGER, "password": PASSWORD }).to_string()).expect("an answer");
        let text = answer.body_mut().read_to_string().expect("a body");
        let answer: Value = serde_json::from_str(&text).expect("JSON");
        let token = answer["token"].as_str().unwrap_or_else(|| panic!("no token: {text}")).to_owned();
        running.kill();
        let zone = TimeZone::get(ZONE).expect("the zone is known");
        let tomorrow = Clock::system().now().to_zoned_datetime(zone.clone()).date().tomorrow().expect("a day");
        let midnight = zone.to_ambiguous_timestamp(tomorrow.at(0, 0, 0, 0)).compatible().expect("an instant");
        Callers { token, next: Arc::default(), midnight }
    }

    /// Books until the program is gone.
    pub fn call(&self, port: u16) -> Calling {
        let start = |_| {
            let (token, next, midnight) = (self.token.clone(), self.next.clone(), self.midnight);
            std::thread::spawn(move || book(port, &token, &next, midnight))
        };
        Calling((0..CALLERS).map(start).collect())
    }
}

fn book(port: u16, token: &str, next: &AtomicI64, midnight: Timestamp) -> BTreeSet<String> {
    let (agent, mut acknowledged) = (agent(), BTreeSet::new());
    let address = format!("http://127.0.0.1:{port}/api/v1/stations/{SLUG}/desk/reservations");
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let (day, slot) = (n / (SEATS * HALF_HOURS), n % (SEATS * HALF_HOURS) / SEATS);
        let from = midnight + SignedDuration::from_mins(day * 24 * 60 + 9 * 60 + slot * 30);
        let wish = json!({ "offering": "reading-seat", "from": from, "minutes": 30, "group": 1, "name": "来客" });
        let request = agent.post(&address).header("authorization", format!("Bearer {token}"));
        let sent = request.content_type("application/json").send(wish.to_string());
        // No answer: it may have been kept or not, and either is right.
        let Ok(mut answer) = sent else { return acknowledged };
        let status = answer.status().as_u16();
        let Ok(text) = answer.body_mut().read_to_string() else { return acknowledged };
        match (status, serde_json::from_str::<Value>(&text)) {
            (200 | 201, Ok(body)) => {
                let id = body["id"].as_str().unwrap_or_else(|| panic!("no id: {text}"));
                acknowledged.insert(id.replace('-', ""));
            }
            // A seat that is taken or a closed day: somebody else's, and polite.
            (409 | 503, _) => {}
            _ => panic!("{status}: {text}"),
        }
    }
}

impl Calling {
    /// What was acknowledged.
    pub fn end(self) -> BTreeSet<String> {
        self.0.into_iter().flat_map(|caller| caller.join().expect("no caller fails")).collect()
    }
}
