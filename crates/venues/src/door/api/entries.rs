//! What a keypad asks.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use jiff::Timestamp;
use kernel::api::{At as Names, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::ToSchema;

use super::DoorName;
use crate::door::acts;
use crate::door::rules::Door;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::forms::written;

/// Digits that somebody typed.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewEntry)]
#[serde(deny_unknown_fields)]
pub struct EntryShape {
    #[schema(example = "482913", pattern = "^[0-9]{6}$")]
    code: String,
}

/// Whether the door opens.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entry)]
pub struct EnteredShape {
    open: bool,
    /// Until when the same code opens it.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// From when on it will, if it is too early.
    #[schema(format = DateTime)]
    from: Option<String>,
}

/// Tries a code at the door of a venue. Whoever comes in is checked in.
///
/// The keypad shows its key as bearer token (`POST /stations/{slug}/venues/{id}/door/keys` gives one). Eight wrong codes in a
/// row, and it has to wait for five minutes (429).
#[utoipa::path(post, path = "/stations/{slug}/doors/{venue}/entries", tag = "doors", operation_id = "enterDoor",
    security(("bearer" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("venue" = String, Path, description = "The venue's slug")),
    request_body = EntryShape,
    responses((status = 200, description = "Whether it opens", body = EnteredShape), Reading, SignedIn, Changing))]
pub async fn enter(
    State(house): State<House>,
    v: View,
    at: At,
    Names(door): Names<DoorName>,
    headers: HeaderMap,
    Body(new): Body<EntryShape>,
) -> Result<Json<EnteredShape>, Wrong> {
    let key = headers.get(AUTHORIZATION).and_then(|h| h.to_str().ok()?.strip_prefix("Bearer ")).unwrap_or_default();
    let code = six_digits(&new.code).map_err(|p| Problem::fields(&v, &p))?;
    let comes = acts::enter(&house, &at.station, (door.venue, key.trim().to_owned()), code).await?;
    let time = |instant: Timestamp| Some(written(instant, &at.station.zone));
    Ok(Json(match comes {
        Door::Opens { until } => EnteredShape { open: true, until: time(until), from: None },
        Door::TooEarly { from } => EnteredShape { open: false, until: None, from: time(from) },
        Door::Stays => EnteredShape { open: false, until: None, from: None },
    }))
}

fn six_digits(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    if typed.len() != 6 || !typed.bytes().all(|b| b.is_ascii_digit()) {
        problems.add("code", "door-form-code");
    }
    problems.or_else_all(Some(typed.to_owned()))
}
