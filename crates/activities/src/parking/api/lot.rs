//! One lot: what a manager writes, recounts, links.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use stations::{Here, HereAsManager, Named};
use utoipa::ToSchema;

use super::shapes::DeskLotShape;
use crate::OccurrenceId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::parking::asked::{NewParkingLot, NewParkingPass, NewParkingRecount, ParkingClosing};
use crate::parking::{LotId, PassId, acts, reads};

async fn shown(here: &Here, id: LotId) -> Result<Json<DeskLotShape>, Wrong> {
    let read = reads::lot(&here.house, &here.desk.station, id).await?;
    Ok(Json(DeskLotShape::of(&here.v, &here.desk.station, &read)))
}

/// Lays a lot out for a fair. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/parking-lots", tag = "parking", operation_id = "addParkingLot",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewParkingLot,
    responses((status = 201, body = DeskLotShape, description = "Laid out"), Looking, AtDesk, Changing))]
pub async fn add(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    headers: HeaderMap,
    Body(new): Body<NewParkingLot>,
) -> Result<(StatusCode, Json<DeskLotShape>), Wrong> {
    let draft = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &draft));
    let done = acts::add(&here.house, &here.desk.station, (id, draft), (here.staff(), once)).await;
    let lot = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, shown(&here, lot).await?))
}

/// A lot with its links and recounts.
#[utoipa::path(get, path = "/stations/{slug}/parking-lots/{id}", tag = "parking", operation_id = "parkingLot",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskLotShape, description = "The lot"), Looking, AtDesk))]
pub async fn show(here: Here, Values(Named { id }): Values<Named<LotId>>) -> Result<Json<DeskLotShape>, Wrong> {
    shown(&here, id).await
}

/// Writes a lot anew; what was counted stays. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/parking-lots/{id}", tag = "parking", operation_id = "editParkingLot",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewParkingLot,
    responses((status = 200, body = DeskLotShape, description = "As it is now"), Looking, AtDesk, Changing))]
pub async fn edit(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Body(new): Body<NewParkingLot>,
) -> Result<Json<DeskLotShape>, Wrong> {
    let draft = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::edit(&here.house, &here.desk.station, (id, draft), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// Takes a lot away at which nobody has counted. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/parking-lots/{id}", tag = "parking", operation_id = "removeParkingLot",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Gone"), Looking, AtDesk, Changing))]
pub async fn remove(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
) -> Result<StatusCode, Wrong> {
    let done = acts::remove(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody has counted them all: who, when, from what to what and why is kept.
#[utoipa::path(post, path = "/stations/{slug}/parking-lots/{id}/recounts", tag = "parking", operation_id = "recountParking",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewParkingRecount,
    responses((status = 200, body = DeskLotShape, description = "As it is now"), Looking, AtDesk, Changing))]
pub async fn recount(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    headers: HeaderMap,
    Body(new): Body<NewParkingRecount>,
) -> Result<Json<DeskLotShape>, Wrong> {
    let (class, to, reason) = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &new));
    let done = acts::recount(&here.house, &here.desk.station, (id, class, to, reason), (here.staff(), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// Closes a lot and says why to everybody, or opens it again. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/parking-lots/{id}/closing", tag = "parking", operation_id = "closeParkingLot",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = ParkingClosing,
    responses((status = 200, body = DeskLotShape, description = "As it is now"), Looking, AtDesk, Changing))]
pub async fn close(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Body(closing): Body<ParkingClosing>,
) -> Result<Json<DeskLotShape>, Wrong> {
    let why = closing.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    acts::shut(&here.house, &here.desk.station, (id, why), here.staff()).await?;
    shown(&here, id).await
}

/// A link that was just made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingPassMade)]
pub struct MadeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: PassId,
    /// It is told this once.
    pub secret: String,
    /// Where whoever has it counts.
    pub page: String,
}

/// Makes a link for a marshal: for this lot, until its day is over or it is taken back. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/parking-lots/{id}/passes", tag = "parking", operation_id = "giveParkingPass",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewParkingPass,
    responses((status = 201, body = MadeShape, description = "The link"), Looking, AtDesk, Changing))]
pub async fn give(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Body(new): Body<NewParkingPass>,
) -> Result<(StatusCode, Json<MadeShape>), Wrong> {
    let label = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let made = acts::give(&here.house, &here.desk.station, (id, label), here.staff()).await?;
    let page = here.desk.station.path(&format!("/parking/marshal/{}", made.secret));
    Ok((StatusCode::CREATED, Json(MadeShape { id: made.pass, secret: made.secret, page })))
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfLot {
    id: LotId,
    pass: PassId,
}

/// Takes a link back. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/parking-lots/{id}/passes/{pass}", tag = "parking", operation_id = "takeParkingPassBack",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("pass" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskLotShape, description = "As it is now"), Looking, AtDesk, Changing))]
pub async fn take_back(
    HereAsManager(here): HereAsManager,
    Values(OfLot { id, pass }): Values<OfLot>,
) -> Result<Json<DeskLotShape>, Wrong> {
    acts::take_back(&here.house, &here.desk.station, (id, pass), here.staff()).await?;
    shown(&here, id).await
}
