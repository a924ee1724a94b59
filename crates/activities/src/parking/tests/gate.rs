//! A gate sensor tells of cars: signed, and once however often it says so.
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use kernel::api::Wrong;
use kernel::signed::{SIGNATURE, signature};
use kernel::view::View;
use kernel::words::Lang;
use stations::At;

use super::*;
use crate::parking::api::gate::heard;

const SECRET: &str = "a shared secret";

fn signed(secret: &str, body: &str) -> HeaderMap {
    let digits = signature(secret, body.as_bytes());
    HeaderMap::from_iter([(HeaderName::from_static(SIGNATURE), HeaderValue::from_str(&digits).expect("digits"))])
}

impl Town {
    /// What the gate says, signed with `secret`. How many cars stand in the first lot then.
    async fn hears(&self, secret: &str, body: &str) -> Result<i32, u16> {
        let (house, at) = (self.house.house(), At { station: self.station.clone() });
        let v = View::plain(&house, Lang::Zh);
        match heard(&house, &v, &at, ((SECRET, &signed(secret, body)), body.as_bytes())).await {
            Ok(_) => Ok(self.parked(0).await),
            Err(Wrong::Problem(problem)) => Err(problem.status),
            Err(Wrong::Fault(fault)) => Err(if fault == Fault::NotFound { 404 } else { 500 }),
        }
    }
}

#[tokio::test]
async fn an_event_counts_once_and_only_with_a_good_signature() {
    for town in towns().await {
        let event = r#"{"event":"gate1-000123","lot":"compound","direction":"in"}"#;
        assert_eq!(town.hears("another", event).await, Err(401));
        assert_eq!([town.hears(SECRET, event).await, town.hears(SECRET, event).await], [Ok(1), Ok(1)]);
        let other = r#"{"event":"gate1-000124","lot":"compound","direction":"out","at":"2026-06-27T00:58:00Z"}"#;
        assert_eq!(town.hears(SECRET, other).await, Ok(0));
        assert_eq!(town.hears(SECRET, r#"{"event":"a b","lot":"compound","direction":"in"}"#).await, Err(422));
        assert_eq!(town.hears(SECRET, r#"{"event":"c","lot":"elsewhere","direction":"in"}"#).await, Err(404));
        assert_eq!(town.hears(SECRET, "[]").await, Err(400));
        town.sound().await;
    }
}
