//! Reserving, and reading what one has reserved.
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::{Peer, View};
use people::Resident;
use serde::Serialize;
use stations::{At, Station};
use utoipa::ToSchema;

use super::failures::{Changing, Reading, SignedIn, wrong};
use super::shapes::{NewReservationShape, ReservationShape};
use crate::ReservationId;
use crate::answers;
use crate::public::forms::{ReservationForm, Wanted};
use crate::public::reserve::{self, Asking};
use crate::public::who::{Asked, Caller};
use crate::rules::{Refusal, State as Stands};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reservations)]
pub struct ReservationsShape {
    pub reservations: Vec<ReservationShape>,
}

/// What you have reserved here, the newest first (50 at most).
#[utoipa::path(get, path = "/stations/{slug}/reservations", tag = "venues", operation_id = "myReservations",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Your reservations", body = ReservationsShape), Reading, SignedIn))]
pub async fn mine(State(house): State<House>, at: At, who: Resident) -> Result<Json<ReservationsShape>, Wrong> {
    let (station, now) = (at.station.clone(), house.now());
    let all = house.db.read(move |c| answers::of_person(c, &station, who.id, now)).await?;
    let reservations = all.iter().map(|r| ReservationShape::of(r, &at.station)).collect();
    Ok(Json(ReservationsShape { reservations }))
}

/// Reserves.
///
/// Signed in (bearer token or cookie) the answer is 201. With a phone it is 202: the slot is held for some minutes until
/// `POST …/{id}/confirmation` brings the code that went there. `Idempotency-Key` makes repetition safe.
#[utoipa::path(post, path = "/stations/{slug}/reservations", tag = "venues", operation_id = "reserve",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewReservationShape,
    responses((status = 201, description = "Reserved, or requested where a manager has to agree", body = ReservationShape),
        (status = 202, description = "Held until the code comes back", body = ReservationShape), Reading, SignedIn, Changing))]
pub async fn reserve(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    peer: Peer,
    headers: HeaderMap,
    Body(new): Body<NewReservationShape>,
) -> Result<Response, Wrong> {
    let needs_phone = caller.person.is_none() && new.phone.is_some();
    let wanted = ReservationForm::from(new).read(&at.station.zone, needs_phone).map_err(|p| Problem::fields(&v, &p))?;
    let asking = Asking { house: &house, station: &at.station, v: &v, caller, peer: &peer };
    let booked = match asking.reserve(wanted.clone(), Once::header(&headers)).await {
        Ok(booked) => booked,
        Err(not) => return Err(refused(&house, &v, &at, wanted, not).await?),
    };
    let waits = booked.state == Stands::Held && booked.code.is_some();
    let status = if waits { StatusCode::ACCEPTED } else { StatusCode::CREATED };
    let shape = shape(&house, &at.station, booked.id).await?;
    let path = format!("/api/v1/stations/{}/reservations/{}", at.station.slug, booked.id);
    let location = HeaderValue::try_from(path).map_err(Fault::broken)?;
    Ok((status, [(LOCATION, location)], Json(shape)).into_response())
}

pub async fn shape(
    house: &House,
    station: &std::sync::Arc<Station>,
    id: ReservationId,
) -> Result<ReservationShape, Fault> {
    let (at, now) = (station.clone(), house.now());
    let receipt = house.db.read(move |c| answers::receipt(c, &at, id, now)).await?;
    Ok(ReservationShape::of(&receipt, station))
}

/// The refusal with the nearest times that work.
pub async fn refused(house: &House, v: &View, at: &At, wanted: Wanted, not: Not<Refusal>) -> Result<Wrong, Fault> {
    let Not::Refused(refusal) = not else { return Ok(wrong(v, &at.station, not, vec![])) };
    let works = match reserve::works_instead(house, &at.station, &wanted, &refusal).await {
        Ok(works) => works,
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(_)) => vec![],
    };
    let mut next = reserve::nexts(v, &at.station, &wanted.offering, &works);
    next.extend(reserve::line_up(v, &at.station, &wanted, &refusal));
    Ok(wrong(v, &at.station, refusal.into(), next))
}

/// One reservation of yours, or, for staff, of the station.
#[utoipa::path(get, path = "/stations/{slug}/reservations/{id}", tag = "venues", operation_id = "reservation",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The reservation", body = ReservationShape), Reading, SignedIn))]
pub async fn one(State(house): State<House>, asked: Asked) -> Result<Json<ReservationShape>, Wrong> {
    Ok(Json(seen(&house, &asked).await?))
}

pub async fn seen(house: &House, asked: &Asked) -> Result<ReservationShape, Fault> {
    Ok(ReservationShape::of(&reserve::seen(house, asked).await?, &asked.station))
}
