//! Reception days, a slot, and what came of it: for everybody.
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::{Peer, View};
use serde::Serialize;
use stations::{At, Station};
use utoipa::ToSchema;

use super::shapes::{DayShape, VisitShape};
use super::wrong;
use crate::deputies::acts;
use crate::deputies::answers;
use crate::deputies::asked::NewReceptionSlot;
use crate::deputies::keyed::whose;
use crate::deputies::{DayId, VisitId};
use crate::desk::here::Named;
use crate::public::api::failures::{Changing, Looking};
use crate::public::who::Who;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReceptionDays)]
pub struct Days {
    pub days: Vec<DayShape>,
}

/// The days that are announced and not over, with the slots that can still be taken.
#[utoipa::path(get, path = "/stations/{slug}/reception-days", tag = "deputies", operation_id = "receptionDays",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Days", body = Days), Looking))]
pub async fn days(State(house): State<House>, at: At) -> Result<Json<Days>, Wrong> {
    let (station, now) = (at.station.clone(), house.now());
    let all = house.db.snapshot(move |c: &mut Conn| answers::coming(c, &station, now)).await?;
    Ok(Json(Days { days: all.iter().map(|d| DayShape::of(&at.station, d)).collect() }))
}

/// One day.
#[utoipa::path(get, path = "/stations/{slug}/reception-days/{id}", tag = "deputies", operation_id = "receptionDay",
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The day", body = DayShape), Looking))]
pub async fn day(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<DayId>>,
) -> Result<Json<DayShape>, Wrong> {
    let (station, now) = (at.station.clone(), house.now());
    let day = house.db.snapshot(move |c: &mut Conn| answers::day(c, &station, id, now)).await?;
    Ok(Json(DayShape::of(&at.station, &day)))
}

async fn shape(house: &House, v: &View, station: &Arc<Station>, id: VisitId) -> Result<VisitShape, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let full = house.db.snapshot(move |c: &mut Conn| answers::full(c, &h, &at, id, now)).await?;
    Ok(VisitShape::of(v, station, &full))
}

/// Takes a slot. It needs no name; its address is what one keeps.
#[utoipa::path(post, path = "/stations/{slug}/reception-days/{id}/slots", tag = "deputies", operation_id = "takeReceptionSlot",
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewReceptionSlot,
    responses((status = 201, description = "Taken; `Location` is where it is", body = VisitShape), Looking, Changing))]
#[expect(clippy::too_many_arguments, reason = "each is something that the request brings")]
pub async fn take(
    State(house): State<House>,
    v: View,
    peer: Peer,
    at: At,
    who: Who,
    Values(Named { id }): Values<Named<DayId>>,
    headers: HeaderMap,
    Body(new): Body<NewReceptionSlot>,
) -> Result<Response, Wrong> {
    who.count(&house, &peer)?;
    let slot = new.checked().map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.key(), &(id, &new)));
    let taken = acts::take(&house, &at.station, (id, slot), (whose(who), once)).await;
    let after = taken.map_err(|not| wrong(&v, &at.station, not))?;
    let place = format!("/api/v1/stations/{}/receptions/{}", at.station.slug, after.id);
    let shape = shape(&house, &v, &at.station, after.id).await?;
    Ok((StatusCode::CREATED, [(LOCATION, place)], Json(shape)).into_response())
}

/// A slot and what came of it. Whoever has its address has it.
#[utoipa::path(get, path = "/stations/{slug}/receptions/{id}", tag = "deputies", operation_id = "reception",
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "How it stands", body = VisitShape), Looking))]
pub async fn visit(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VisitId>>,
) -> Result<Json<VisitShape>, Wrong> {
    Ok(Json(shape(&house, &v, &at.station, id).await?))
}

/// Gives a slot back.
#[utoipa::path(post, path = "/stations/{slug}/receptions/{id}/cancellation", tag = "deputies",
    operation_id = "giveReceptionSlotBack", params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "How it stands now", body = VisitShape), Looking, Changing))]
pub async fn give_back(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VisitId>>,
) -> Result<Json<VisitShape>, Wrong> {
    let done = acts::give_back(&house, &at.station, id, None).await;
    done.map_err(|not| wrong(&v, &at.station, not))?;
    Ok(Json(shape(&house, &v, &at.station, id).await?))
}
