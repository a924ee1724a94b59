//! What becomes of a reservation.
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::api::{Body, Problem, Wrong};
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::{Peer, View};
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::failures::{Changing, Reading, SignedIn, wrong};
use super::reserve::{refused, seen, shape};
use super::shapes::{CodeShape, NewTimeShape, ReservationShape};
use crate::acts;
use crate::public::confirm;
use crate::public::forms::{CodeForm, ReservationForm};
use crate::public::reserve;
use crate::public::who::{Asked, Named};
use crate::rules::{Refusal, State as Stands};

/// A proven phone: how the reservation stands, and a bearer token for the person.
#[derive(Serialize, ToSchema)]
#[schema(as = ConfirmedReservation)]
pub struct ConfirmedShape {
    pub reservation: ReservationShape,
    /// For `Authorization: Bearer …`.
    pub token: String,
}

/// Brings the code that went to the phone: confirms the reservation and signs the person in.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/confirmation", tag = "venues", operation_id = "confirmReservation",
    security(()),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)), request_body = CodeShape,
    responses((status = 200, description = "Confirmed", body = ConfirmedShape), Reading, Changing))]
pub async fn confirm(
    State(house): State<House>,
    v: View,
    named: Named,
    peer: Peer,
    Body(code): Body<CodeShape>,
) -> Result<Json<ConfirmedShape>, Wrong> {
    let form = CodeForm { digits: code.digits };
    let digits = form.read().map_err(|p| Problem::fields(&v, &p))?;
    let proven = confirm::prove(&house, &named, &peer, digits).await;
    let token = proven.map_err(|not| wrong(&v, &named.station, not, vec![]))?;
    let reservation = shape(&house, &named.station, named.id).await?;
    Ok(Json(ConfirmedShape { reservation, token: token.as_str().to_owned() }))
}

/// Sends the code once more.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/codes", tag = "venues", operation_id = "sendReservationCodeAgain",
    security(()),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "A code is on its way"), Reading, Changing))]
pub async fn send_again(State(house): State<House>, v: View, named: Named, peer: Peer) -> Result<StatusCode, Wrong> {
    confirm::send_again(&house, &v, &named, &peer).await.map_err(|not| wrong(&v, &named.station, not, vec![]))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives it back. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/cancellation", tag = "venues", operation_id = "cancelReservation",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Cancelled", body = ReservationShape), Reading, SignedIn, Changing))]
pub async fn cancel(State(house): State<House>, v: View, asked: Asked) -> Result<Json<ReservationShape>, Wrong> {
    let done = acts::cancel(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, &v, &asked, done).await
}

/// "I am here": from a quarter of an hour before the start on.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/check-in", tag = "venues", operation_id = "checkIn",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Checked in", body = ReservationShape), Reading, SignedIn, Changing))]
pub async fn check_in(State(house): State<House>, v: View, asked: Asked) -> Result<Json<ReservationShape>, Wrong> {
    let done = acts::check_in(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, &v, &asked, done).await
}

/// "We are done": what is left of the time is free for others.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/completion", tag = "venues", operation_id = "completeReservation",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Completed", body = ReservationShape), Reading, SignedIn, Changing))]
pub async fn complete(State(house): State<House>, v: View, asked: Asked) -> Result<Json<ReservationShape>, Wrong> {
    let done = acts::complete(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, &v, &asked, done).await
}

/// Moves it to another time of the same offering.
#[utoipa::path(put, path = "/stations/{slug}/reservations/{id}/time", tag = "venues", operation_id = "moveReservation",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)), request_body = NewTimeShape,
    responses((status = 200, description = "Moved", body = ReservationShape), Reading, SignedIn, Changing))]
pub async fn move_to(
    State(house): State<House>,
    v: View,
    asked: Asked,
    Body(new): Body<NewTimeShape>,
) -> Result<Json<ReservationShape>, Wrong> {
    let moving = reserve::seen(&house, &asked).await?;
    let form = ReservationForm { offering: moving.offering.slug.clone(), ..ReservationForm::from(new) };
    let wanted = form.read(&asked.station.zone, false).map_err(|p| Problem::fields(&v, &p))?;
    match reserve::move_to(&house, &asked, &moving, &wanted).await {
        Ok(_) => Ok(Json(seen(&house, &asked).await?)),
        Err(not) => Err(refused(&house, &v, &At { station: asked.station.clone() }, wanted, not).await?),
    }
}

async fn after(
    house: &House,
    v: &View,
    asked: &Asked,
    done: Result<Stands, Not<Refusal>>,
) -> Result<Json<ReservationShape>, Wrong> {
    done.map_err(|not| wrong(v, &asked.station, not, vec![]))?;
    Ok(Json(seen(house, asked).await?))
}
