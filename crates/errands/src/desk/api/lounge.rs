//! The seats of the lounge: read by everybody, counted by clerks, furnished by managers.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use super::failures::{Changing, Reading};
use super::shapes::written;
use crate::desk::here::{Here, Manager};
use crate::lounge::{self, MOST_SEATS, Seats, Tap};

/// Seats to wait in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoungeSeats {
    /// How many there are; 0 at a station without a lounge.
    of: i32,
    /// How many are free; null when nobody has looked for an hour.
    free: Option<i32>,
    /// How many were free when somebody last looked, and when that was.
    last_free: Option<i32>,
    #[schema(format = DateTime)]
    seen_at: Option<String>,
}

impl LoungeSeats {
    fn of(seats: Option<Seats>, station: &Station) -> LoungeSeats {
        LoungeSeats {
            of: seats.map_or(0, |s| s.of),
            free: seats.filter(|s| s.known).map(|s| s.free),
            last_free: seats.map(|s| s.free),
            seen_at: seats.map(|s| written(s.at, &station.zone)),
        }
    }
}

/// How many seats of the lounge are free. For everybody.
#[utoipa::path(get, path = "/stations/{slug}/lounge", tag = "errands", operation_id = "loungeSeats",
    params(("slug" = String, Path)),
    responses((status = 200, body = LoungeSeats, description = "As it was when somebody last looked"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such station"),
        (status = 503, body = Problem, content_type = "application/problem+json", description = "The database is away")))]
pub async fn seats(
    State(house): State<House>,
    stations::At { station }: stations::At,
) -> Result<Json<LoungeSeats>, Wrong> {
    let (at, now) = (station.clone(), house.now());
    let seats: Result<_, Fault> = house.db.read(move |c| lounge::seats(c, &at, now)).await;
    Ok(Json(LoungeSeats::of(seats?, &station)))
}

/// What somebody who looked at the seats saw.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLook {
    tap: Tap,
}

/// Counts the seats of the lounge. Not below none and not above all of them; 404 without a lounge.
#[utoipa::path(post, path = "/stations/{slug}/lounge/looks", tag = "desk", operation_id = "countLounge",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewLook,
    responses((status = 200, body = LoungeSeats, description = "As they are now"), Reading, Changing))]
pub async fn look(here: Here, headers: HeaderMap, Body(new): Body<NewLook>) -> Result<Json<LoungeSeats>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("lounge", new.tap));
    let seats = lounge::look(&here.house, &here.desk.station, (new.tap, here.staff()), once).await?;
    Ok(Json(LoungeSeats::of(Some(seats), &here.desk.station)))
}

/// How many seats there are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLounge {
    /// 0 = the station has no lounge.
    #[schema(minimum = 0, maximum = 500)]
    seats: i32,
}

/// Says how many seats the lounge has from now on. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/lounge", tag = "desk", operation_id = "furnishLounge",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewLounge,
    responses((status = 200, body = LoungeSeats, description = "As they are now"), Reading, Changing))]
pub async fn furnish(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<NewLounge>,
) -> Result<Json<LoungeSeats>, Wrong> {
    if !(0..=MOST_SEATS).contains(&new.seats) {
        let mut problems = Problems::default();
        problems.add("seats", "lounge-seats-wrong");
        return Err(Problem::fields(&here.v, &problems).into());
    }
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("lounge-seats", new.seats));
    let seats = lounge::furnish(&here.house, &here.desk.station, (new.seats, here.staff()), once).await?;
    Ok(Json(LoungeSeats::of(seats, &here.desk.station)))
}
