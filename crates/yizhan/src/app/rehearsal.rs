//! What only a rehearsal has: a clock that can be moved, and the messages that would go to phones.
use axum::extract::State;
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::api::{Body, Problem, Wrong};
use kernel::clock::Rehearsal;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox::{self, Message};
use kernel::page::{HtmlPage, Page, Row, Tone, empty, notice, rows, section};
use kernel::view::View;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use stations::Station;

use crate::township::sanhe::ZONE;

/// Newest messages of each station that the page shows.
const SHOWN: i64 = 30;

pub fn routes(hand: Rehearsal) -> Router<House> {
    Router::new()
        .route("/messages", get(messages))
        .route("/api/v1/rehearsal/clock", post(move_clock).get(clock))
        .layer(Extension(hand))
}

#[derive(Deserialize)]
struct MoveTo {
    /// `2026-06-27T19:20` in the zone of the station at `/`, or an instant with its offset.
    at: String,
}

#[derive(Serialize)]
struct Now {
    now: Timestamp,
}

async fn clock(State(house): State<House>) -> Json<Now> {
    Json(Now { now: house.now() })
}

async fn move_clock(
    State(house): State<House>,
    Extension(hand): Extension<Rehearsal>,
    Body(wish): Body<MoveTo>,
) -> Result<Json<Now>, Wrong> {
    let zone = match &house.settings.root_station {
        Some(slug) => stations::station(&house, slug).await?.zone.clone(),
        None => usual_zone(),
    };
    let Some(at) = instant(&wish.at, &zone) else {
        let title = format!("“{}” is no time; write 2026-06-27T19:20", wish.at);
        return Err(Problem::new(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "not-a-time", title).into());
    };
    hand.move_to(at);
    crate::jobs::once(&house).await?;
    Ok(Json(Now { now: house.now() }))
}

/// A wall time of `zone`, or an instant.
pub fn instant(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    text.parse::<Timestamp>().ok().or_else(|| {
        let wall: DateTime = text.parse().ok()?;
        zone.to_ambiguous_timestamp(wall).compatible().ok()
    })
}

/// What is sent for the deployment itself, as a code to a program that names no station.
const DEPLOYMENT: StationId = StationId(0);

async fn messages(State(house): State<House>, v: View) -> Result<HtmlPage, Fault> {
    let at = house.clone();
    let posted = house.db.snapshot(move |c| {
        let mut posted: Vec<(Option<Station>, Vec<Message>)> = vec![];
        for station in stations::all(c)? {
            let newest = outbox::newest(c, &at, station.id, SHOWN)?;
            posted.push((Some(station), newest));
        }
        posted.push((None, outbox::newest(c, &at, DEPLOYMENT, SHOWN)?));
        Ok::<_, Fault>(posted)
    });
    let posted = posted.await?;
    let none = posted.iter().all(|(_, messages)| messages.is_empty());
    let body = html! {
        (notice(Tone::Lamp, &v.t("yizhan-messages-why"), html! { p { (v.t("yizhan-messages-why-then")) } }))
        @if none { (empty("message", &v.t("yizhan-messages-none"), None)) }
        @for (station, messages) in posted.iter().filter(|(_, messages)| !messages.is_empty()) {
            (of_station(&v, station.as_ref(), messages))
        }
    };
    Ok(Page::new(&v, v.t("yizhan-messages-title")).refresh(10).body(body))
}

fn of_station(v: &View, station: Option<&Station>, messages: &[Message]) -> Markup {
    let zone = station.map_or_else(usual_zone, |s| s.zone.clone());
    let when = v.when(&zone);
    let row = |m: &Message| {
        let (day, time) = (when.day(when.date(m.made_at)), when.time(m.made_at));
        let to = v.ta("yizhan-messages-to", &[("phone", m.to.as_str().into())]);
        Row::new(m.text.clone()).when(&day, &time).note(&to)
    };
    let title = station.map_or_else(|| v.t("yizhan-messages-of-all"), |s| s.name(v).to_owned());
    let id = station.map_or("messages".to_owned(), |s| format!("messages-{}", s.slug));
    section(&id, &title, None, rows(messages.iter().map(row)))
}

fn usual_zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}
