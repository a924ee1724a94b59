//! What is done about one transfer.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{ArrivedShape, OneShape};
use super::transfers::{whole, wrong};
use crate::TransferId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::transfers::acts::{self, Sending};
use crate::transfers::answers;
use crate::transfers::asked::{TransferArrival, TransferRefusal, TransferSending};

type Id = Values<Named<TransferId>>;

/// Sends a copy of what was asked for.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers/{id}/sending", tag = "library", operation_id = "sendTransfer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TransferSending, responses((status = 200, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn send(
    here: Here,
    Values(Named { id }): Id,
    headers: HeaderMap,
    Body(sent): Body<TransferSending>,
) -> Result<Json<OneShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("send", id, &sent));
    let sending = Sending::Asked(id, sent.copy);
    let done = acts::send(&here.house, &here.desk.station, sending, (here.staff(), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    whole(&here, id).await
}

/// Keeps what was asked for, and says why. The other station reads it.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers/{id}/refusal", tag = "library", operation_id = "declineTransfer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TransferRefusal, responses((status = 200, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn decline(
    here: Here,
    Values(Named { id }): Id,
    headers: HeaderMap,
    Body(refusal): Body<TransferRefusal>,
) -> Result<Json<OneShape>, Wrong> {
    let why = refusal.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("decline", id, &why));
    let done = acts::decline(&here.house, &here.desk.station, (id, why), (here.staff(), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    whole(&here, id).await
}

/// Calls back what was sent, before it arrives: the copy stands here again.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers/{id}/recall", tag = "library", operation_id = "callTransferBack",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn call_back(here: Here, Values(Named { id }): Id, headers: HeaderMap) -> Result<Json<OneShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("call-back", id));
    let done = acts::call_back(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    whole(&here, id).await
}

/// Takes back what this station has asked for, before it is sent.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers/{id}/withdrawal", tag = "library", operation_id = "withdrawTransfer",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn withdraw(here: Here, Values(Named { id }): Id, headers: HeaderMap) -> Result<Json<OneShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("withdraw", id));
    let done = acts::withdraw(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    whole(&here, id).await
}

/// Takes in what has arrived: it becomes a copy of this station, and is gone from the other.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers/{id}/arrival", tag = "library", operation_id = "takeTransferIn",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TransferArrival,
    responses((status = 201, body = ArrivedShape, description = "What it is here"), Looking, AtDesk, Changing))]
pub async fn arrive(
    here: Here,
    Values(Named { id }): Id,
    headers: HeaderMap,
    Body(arrival): Body<TransferArrival>,
) -> Result<(StatusCode, Json<ArrivedShape>), Wrong> {
    let station = here.desk.station.id;
    let shelves = here.house.db.snapshot(move |c: &mut Conn| answers::one(c, station, id)).await?.shelves;
    let shelf = arrival.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("arrive", id, shelf));
    let done = acts::arrive(&here.house, &here.desk.station, (id, shelf), (here.staff(), once)).await;
    let arrived = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, Json(ArrivedShape::of(arrived))))
}
