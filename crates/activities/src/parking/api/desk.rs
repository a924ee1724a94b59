//! The lots of a fair, cars in the way, what there was to learn.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use stations::{Here, HereAsManager, Named};
use utoipa::ToSchema;

use super::shapes::{AfterShape, MoveShape, NowShape};
use crate::OccurrenceId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::parking::asked::NewParkingMove;
use crate::parking::{MoveId, acts, reads};

async fn ground(here: &Here, fair: OccurrenceId) -> Result<Json<NowShape>, Wrong> {
    let read = reads::desk(&here.house, &here.desk.station, Some(fair)).await?;
    Ok(Json(NowShape::of(&here.v, &here.desk.station, read.ground.as_ref())))
}

/// The lots of a fair.
#[utoipa::path(get, path = "/stations/{slug}/fairs/{id}/parking-lots", tag = "parking", operation_id = "parkingLots",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = NowShape, description = "Lots in the order in which they fill"), Looking, AtDesk))]
pub async fn lots(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<NowShape>, Wrong> {
    ground(&here, id).await
}

/// Takes the lots of the fair before over, for a fair that has none yet. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/parking-lots/copies", tag = "parking", operation_id = "copyParkingLots",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 201, body = NowShape, description = "The lots"), Looking, AtDesk, Changing))]
pub async fn copy(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<(StatusCode, Json<NowShape>), Wrong> {
    let done = acts::copy(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, ground(&here, id).await?))
}

/// What the lots of a fair were used for, and what to do otherwise next time.
#[utoipa::path(get, path = "/stations/{slug}/fairs/{id}/parking-review", tag = "parking", operation_id = "parkingReview",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = AfterShape, description = "Lot by lot and class by class"), Looking, AtDesk))]
pub async fn review(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<AfterShape>, Wrong> {
    let read = reads::afterwards(&here.house, &here.desk.station, id).await?;
    Ok(Json(AfterShape::of(&here.v, &here.desk.station, &read)))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingMoves)]
pub struct Moves {
    /// What is not moved yet comes first.
    pub moves: Vec<MoveShape>,
}

async fn all(here: &Here) -> Result<Moves, Fault> {
    let read = reads::desk(&here.house, &here.desk.station, None).await?;
    Ok(Moves { moves: read.moves.iter().map(MoveShape::of).collect() })
}

/// Cars that stand in the way at the fair that is on or comes next.
#[utoipa::path(get, path = "/stations/{slug}/parking/moves", tag = "parking", operation_id = "parkingMoves",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Moves, description = "Cars"), Looking, AtDesk))]
pub async fn moves(here: Here) -> Result<Json<Moves>, Wrong> {
    Ok(Json(all(&here).await?))
}

/// Asks for a car to be moved. A part of the plate is kept, sealed, until the day is over.
#[utoipa::path(post, path = "/stations/{slug}/parking/moves", tag = "parking", operation_id = "askToMoveCar",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewParkingMove,
    responses((status = 201, body = Moves, description = "All cars in the way"), Looking, AtDesk, Changing))]
pub async fn ask(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewParkingMove>,
) -> Result<(StatusCode, Json<Moves>), Wrong> {
    let checked = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    // Of a plate, a name or a number only keyed hashes say whether a request is the same.
    let hashed = here.house.keys.lookup("parking-once", &format!("{new:?}")).to_vec();
    let once = here.once(Once::header(&headers).unwrap_or_default(), &hashed);
    acts::ask(&here.house, &here.desk.station, checked, (here.staff(), once)).await?;
    Ok((StatusCode::CREATED, Json(all(&here).await?)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ParkingMoved)]
pub struct Moved {
    /// Which car.
    #[schema(value_type = String, format = Uuid)]
    pub car: MoveId,
}

/// A car has been moved.
#[utoipa::path(post, path = "/stations/{slug}/parking/moves/done", tag = "parking", operation_id = "carWasMoved",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = Moved,
    responses((status = 200, body = Moves, description = "All cars in the way"), Looking, AtDesk, Changing))]
pub async fn moved(here: Here, Body(moved): Body<Moved>) -> Result<Json<Moves>, Wrong> {
    acts::close(&here.house, &here.desk.station, (moved.car, None), By::Staff(here.staff().0)).await?;
    Ok(Json(all(&here).await?))
}
