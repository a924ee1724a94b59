//! What is kept for somebody: looked at, accepted, declined. `{id}` is the id of the reservation that is kept.
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::api::Wrong;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::{Peer, View};
use people::Resident;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::shapes::OfferShape;
use crate::acts;
use crate::offers;
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::reserve;
use crate::public::who::{Asked, Named};
use crate::rules::{Refusal, State as Stands};
use crate::waiting::line;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offers)]
pub struct OffersShape {
    pub offers: Vec<OfferShape>,
}

/// What is kept for you here until you answer, the most urgent first.
#[utoipa::path(get, path = "/stations/{slug}/offers", tag = "venues", operation_id = "myOffers",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Your offers", body = OffersShape), Reading, SignedIn))]
pub async fn mine(State(house): State<House>, at: At, who: Resident) -> Result<Json<OffersShape>, Wrong> {
    let (station, now) = (at.station.clone(), house.now());
    let kept = house.db.snapshot(move |c| offers::kept_for(c, &station, who.id, now)).await?;
    Ok(Json(OffersShape { offers: kept.iter().map(|o| OfferShape::of(o, &at.station)).collect() }))
}

async fn shape(house: &House, asked: &Asked) -> Result<Json<OfferShape>, Wrong> {
    let made = line::made(house, &asked.station, asked.id).await?;
    Ok(Json(OfferShape::of(&made.offer, &asked.station)))
}

/// One offer of yours, or, for staff, of the station.
#[utoipa::path(get, path = "/stations/{slug}/offers/{id}", tag = "venues", operation_id = "offer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The offer", body = OfferShape), Reading, SignedIn))]
pub async fn one(State(house): State<House>, asked: Asked) -> Result<Json<OfferShape>, Wrong> {
    reserve::seen(&house, &asked).await?;
    shape(&house, &asked).await
}

/// "Yes": what was kept is reserved, or asked for where a manager has to agree. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/offers/{id}/acceptance", tag = "venues", operation_id = "acceptOffer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Accepted", body = OfferShape), Reading, SignedIn, Changing))]
pub async fn accept(State(house): State<House>, v: View, asked: Asked) -> Result<Json<OfferShape>, Wrong> {
    let done = acts::accept_offer(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, &v, &asked, done).await
}

/// "No": it goes to the next in line. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/offers/{id}/refusal", tag = "venues", operation_id = "declineOffer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Declined", body = OfferShape), Reading, SignedIn, Changing))]
pub async fn decline(State(house): State<House>, v: View, asked: Asked) -> Result<Json<OfferShape>, Wrong> {
    let done = acts::decline_offer(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, &v, &asked, done).await
}

async fn after(
    house: &House,
    v: &View,
    asked: &Asked,
    done: Result<Stands, Not<Refusal>>,
) -> Result<Json<OfferShape>, Wrong> {
    done.map_err(|not| wrong(v, &asked.station, not, vec![]))?;
    shape(house, asked).await
}

/// Sends a code to the phone that the offer is for: `confirmReservation` with its digits is a yes.
#[utoipa::path(post, path = "/stations/{slug}/offers/{id}/codes", tag = "venues", operation_id = "sendOfferCode",
    security(()),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "A code is on its way"), Reading, Changing))]
pub async fn send_code(State(house): State<House>, v: View, named: Named, peer: Peer) -> Result<StatusCode, Wrong> {
    let made = line::made(&house, &named.station, named.id).await?;
    let phone = made.phone.ok_or(Fault::NotFound)?;
    people::count_code(&house, &peer, &phone)?;
    let sent = acts::offer_code(&house, &named.station, &v, named.id).await;
    sent.map_err(|not| wrong(&v, &named.station, not, vec![]))?;
    Ok(StatusCode::NO_CONTENT)
}
