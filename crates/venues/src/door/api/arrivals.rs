//! "I am here", said at the door.
use axum::Json;
use axum::extract::State;
use kernel::api::{At as Names, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::house::House;
use kernel::view::{Peer, View};
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::ToSchema;

use super::DoorName;
use crate::door::acts::{self, Who};
use crate::door::forms::ArrivalForm;
use crate::door::says;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::forms::written;
use crate::public::who::Caller;
use crate::rules::Name;

/// Who is here. Signed in, it is you; otherwise the last four digits of your phone number say it.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewArrival)]
#[serde(deny_unknown_fields)]
pub struct ArrivalShape {
    #[serde(default)]
    #[schema(example = "5521", pattern = "^[0-9]{4}$")]
    digits: Option<String>,
}

/// What you are checked in for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Arrival)]
pub struct ArrivedShape {
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
    places: Vec<Name>,
}

/// Checks you in for what you have reserved in this room around now: from a quarter of an hour before the start on. Doing it
/// twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/doors/{venue}/arrivals", tag = "doors", operation_id = "arrive",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("venue" = String, Path, description = "The venue's slug")),
    request_body = ArrivalShape,
    responses((status = 200, description = "Checked in", body = ArrivedShape), Reading, SignedIn, Changing))]
pub async fn arrive(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    peer: Peer,
    Names(door): Names<DoorName>,
    Body(new): Body<ArrivalShape>,
) -> Result<Json<ArrivedShape>, Wrong> {
    let who = match (caller.person, new.digits) {
        (Some(person), None) => Who::Person(person),
        (_, digits) => {
            let form = ArrivalForm { digits: digits.unwrap_or_default() };
            let digits = form.read().map_err(|p| Problem::fields(&v, &p))?;
            people::count_guess(&house, &peer)?;
            Who::Digits(digits)
        }
    };
    let station = at.station.clone();
    let arrived = acts::arrive(&house, &station, door.venue, who).await;
    let id = arrived.map_err(|not| Wrong::said(not, |refusal| says::said(&v, &station.zone, refusal)))?;
    let now = house.now();
    let receipt = house.db.read(move |c: &mut Conn| crate::answers::receipt(c, &station, id, now)).await?;
    let (zone, span) = (&at.station.zone, receipt.reservation.span);
    let places = receipt.places().map(|a| a.name.clone()).collect();
    Ok(Json(ArrivedShape { from: written(span.from, zone), until: written(span.until, zone), places }))
}
