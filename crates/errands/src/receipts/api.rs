//! The JSON API of papers that were left, as the pages have it. Paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At as Values, Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::View;
use serde::Serialize;
use stations::{At, Station};
use utoipa::ToSchema;

use super::answers::Seen;
use super::asked::{NewDropOff, NewReceiptStep};
use super::rules::State as Stands;
use super::{ReceiptId, acts, path, reads};
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Named};
use crate::public::api::failures::Looking;
use crate::public::api::shapes::written;
use crate::says::name;

pub fn api() -> Api {
    Api::new().routes(routes!(receipt)).routes(routes!(standing, leave)).routes(routes!(step))
}

/// Papers as whoever has the receipt sees them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Receipt)]
pub struct ReceiptShape {
    #[schema(value_type = String, format = Uuid)]
    id: ReceiptId,
    /// What stands on the folder.
    #[schema(example = "0624-03")]
    folder: String,
    state: Stands,
    /// The slug of the matter.
    matter: Option<String>,
    /// By when they are ready.
    #[schema(format = DateTime)]
    ready_at: String,
    /// That time is over, and they are not ready.
    late: bool,
    /// Which paper is missing.
    note: String,
    /// What was left.
    papers: Vec<String>,
    page: String,
}

impl ReceiptShape {
    fn of(v: &View, station: &Station, seen: &Seen) -> ReceiptShape {
        let left = seen.papers.iter().filter(|(_, left)| *left);
        ReceiptShape {
            id: seen.kept.id,
            folder: seen.folder(),
            state: seen.kept.state,
            matter: seen.matter.as_ref().map(|m| m.draft.slug.clone()),
            ready_at: written(station, seen.kept.ready_at),
            late: seen.is_late(v.now()),
            note: seen.kept.note.clone(),
            papers: left.map(|(paper, _)| name(v, &paper.name).to_owned()).collect(),
            page: path(station, seen.kept.id),
        }
    }
}

/// The same with whose they are, for the desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DropOff)]
pub struct DropOffShape {
    #[serde(flatten)]
    receipt: ReceiptShape,
    name: Option<String>,
    phone: Option<String>,
    /// Who left them for somebody else.
    carried_by: Option<String>,
}

impl DropOffShape {
    fn of(v: &View, station: &Station, seen: &Seen) -> DropOffShape {
        DropOffShape {
            receipt: ReceiptShape::of(v, station, seen),
            name: seen.name.clone(),
            phone: seen.phone.as_ref().map(|p| p.full().to_owned()),
            carried_by: seen.carrier.clone(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DropOffs)]
pub struct DropOffsShape {
    receipts: Vec<DropOffShape>,
}

/// How papers stand: whoever has the receipt's id has the receipt.
#[utoipa::path(get, path = "/stations/{slug}/receipts/{id}", tag = "errands", operation_id = "receipt",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "As they stand now", body = ReceiptShape), Looking))]
async fn receipt(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<ReceiptId>>,
) -> Result<Json<ReceiptShape>, Wrong> {
    let (seen, _) = reads::receipt(&house, &at.station, id).await?;
    Ok(Json(ReceiptShape::of(&v, &at.station, &seen)))
}

/// All papers that are at the desk.
#[utoipa::path(get, path = "/stations/{slug}/desk/drop-offs", tag = "desk", operation_id = "dropOffs",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = DropOffsShape, description = "What is worked on first"), Reading))]
async fn standing(here: Here) -> Result<Json<DropOffsShape>, Wrong> {
    let all = reads::standing(&here.house, &here.desk.station).await?;
    let shape = |seen: &Seen| DropOffShape::of(&here.v, &here.desk.station, seen);
    Ok(Json(DropOffsShape { receipts: all.iter().map(shape).collect() }))
}

async fn shown(here: &Here, id: ReceiptId) -> Result<Json<DropOffShape>, Wrong> {
    let (seen, _) = reads::receipt(&here.house, &here.desk.station, id).await?;
    Ok(Json(DropOffShape::of(&here.v, &here.desk.station, &seen)))
}

/// Takes papers; the answer is the receipt. By when they are ready is a promise.
#[utoipa::path(post, path = "/stations/{slug}/desk/drop-offs", tag = "desk", operation_id = "dropOff",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewDropOff,
    responses((status = 201, body = DropOffShape, description = "Taken"), Reading, Changing))]
async fn leave(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewDropOff>,
) -> Result<(StatusCode, Json<DropOffShape>), Wrong> {
    let new = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new.key(&here.house));
    let done = acts::leave(&here.house, &here.desk.station, new, (here.staff(), once)).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// One step of papers; whoever left them is told, by message or by the call list.
#[utoipa::path(post, path = "/stations/{slug}/desk/drop-offs/{id}/steps", tag = "desk", operation_id = "stepDropOff",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewReceiptStep,
    responses((status = 200, body = DropOffShape, description = "As they stand now"), Reading, Changing))]
async fn step(
    here: Here,
    Values(Named { id }): Values<Named<ReceiptId>>,
    headers: HeaderMap,
    Body(new): Body<NewReceiptStep>,
) -> Result<Json<DropOffShape>, Wrong> {
    let step = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &step));
    let done = acts::step(&here.house, &here.desk.station, (id, step), (here.staff(), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}
