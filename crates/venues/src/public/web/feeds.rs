//! Calendars: of one reservation, and of an offering's room (busy times only).
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use stations::At;

use crate::answers;
use crate::public::calendar::{self, Feed};
use crate::public::reserve;
use crate::public::who::Asked;
use crate::rules::{Refusal, Span};

pub fn ics(text: String, cache: &'static str) -> Response {
    ([(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, cache)], text).into_response()
}

pub async fn reservation(State(house): State<House>, v: View, asked: Asked) -> Result<Response, Fault> {
    let receipt = reserve::seen(&house, &asked).await?;
    let feed = Feed { v: &v, station: &asked.station, public_url: &house.settings.public_url };
    Ok(ics(feed.reservation(&receipt), "private, no-store"))
}

/// A week back, so that what has just ended does not vanish from a calendar at once.
const BACK: SignedDuration = SignedDuration::from_hours(7 * 24);

pub async fn offering(
    State(house): State<House>,
    v: View,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (station, now) = (at.station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let offering = answers::offering(c, &station, &slug)?;
        let ahead = SignedDuration::from_hours(24 * i64::from(offering.policy.days_ahead.saturating_add(1)));
        let window = Span { from: now - BACK, until: now + ahead };
        let busy = calendar::busy(c, &station, &offering, &window, now)?;
        Ok::<_, Not<Refusal>>((offering, busy))
    };
    match house.db.read(work).await {
        Ok((offering, busy)) => {
            let feed = Feed { v: &v, station: &at.station, public_url: &house.settings.public_url };
            Ok(ics(feed.room(&offering, &busy), "public, max-age=300"))
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(_)) => Err(Fault::NotFound),
    }
}
