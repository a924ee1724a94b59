use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::refusal::Not;

use super::bodies::Became;
use crate::ReservationId;
use crate::acts;
use crate::desk::act;
use crate::desk::asked::{NewBooking, NewWalkIn, Taking};
use crate::desk::here::{Here, Manager, Named};
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::reserve::nexts;
use crate::rules::Refusal;

/// A refusal in words, with the nearest times that work when it is about time.
pub async fn refused(here: &Here, taking: Option<&Taking>, not: Not<Refusal>) -> Wrong {
    let station = &here.desk.station;
    let works = match (&not, taking) {
        (Not::Refused(refusal), Some(taking)) => {
            act::nearest(here, taking, refusal).await.map(|w| (w, &taking.offering))
        }
        _ => return wrong(&here.v, station, not, vec![]),
    };
    match works {
        Ok((works, slug)) => wrong(&here.v, station, not, nexts(&here.v, station, slug, &works)),
        Err(fault) => fault.into(),
    }
}

/// Lets in somebody who is at the door.
#[utoipa::path(post, path = "/stations/{slug}/walk-ins", tag = "desk", operation_id = "walkIn",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewWalkIn,
    responses((status = 201, body = Became, description = "In; the time runs"), Reading, SignedIn, Changing))]
pub async fn walk_in(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewWalkIn>,
) -> Result<(StatusCode, Json<Became>), Wrong> {
    let taking = new.checked(here.now()).map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    match act::walk_in(&here, &taking, key).await {
        Ok(booked) => Ok((StatusCode::CREATED, Json(booked.into()))),
        // A walk-in is for now: another time would be a reservation.
        Err(not) => Err(refused(&here, None, not).await),
    }
}

/// Reserves for somebody else. A name is enough, a phone number is enough.
#[utoipa::path(post, path = "/stations/{slug}/desk/reservations", tag = "desk", operation_id = "reserveForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewBooking,
    responses((status = 201, body = Became, description = "Reserved"), Reading, SignedIn, Changing))]
pub async fn book(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewBooking>,
) -> Result<(StatusCode, Json<Became>), Wrong> {
    let taking = new.checked(here.now()).map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    match act::book(&here, &taking, key).await {
        Ok(booked) => Ok((StatusCode::CREATED, Json(booked.into()))),
        Err(not) => Err(refused(&here, Some(&taking), not).await),
    }
}

/// Says yes to a request. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/approval", tag = "desk", operation_id = "approve",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Became, description = "Confirmed"), Reading, SignedIn, Changing))]
pub async fn approve(Manager(here): Manager, At(named): At<Named<ReservationId>>) -> Result<Json<Became>, Wrong> {
    decide(&here, named.id, true).await
}

/// Says no to a request. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/refusal", tag = "desk", operation_id = "refuse",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Became, description = "Given back"), Reading, SignedIn, Changing))]
pub async fn refuse(Manager(here): Manager, At(named): At<Named<ReservationId>>) -> Result<Json<Became>, Wrong> {
    decide(&here, named.id, false).await
}

async fn decide(here: &Here, id: ReservationId, yes: bool) -> Result<Json<Became>, Wrong> {
    match acts::decide_request(&here.house, &here.desk.station, id, here.actor(), yes).await {
        Ok(state) => Ok(Json(Became { id, state })),
        Err(not) => Err(refused(here, None, not).await),
    }
}
