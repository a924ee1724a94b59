use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::Serialize;
use utoipa::ToSchema;

use super::failures::{Changing, Reading, wrong};
use super::promises::SettledShape;
use super::shapes::OfficialNow;
use crate::answers;
use crate::desk::act;
use crate::desk::asked::Saying;
use crate::desk::here::{Here, Named};
use crate::rules::OfficialId;

/// What everybody sees from now on, and what became of whoever waited.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeclaredPresence)]
pub struct DeclaredShape {
    #[serde(flatten)]
    official: OfficialNow,
    settled: Vec<SettledShape>,
}

/// Says where an official is: oneself, or as the front desk for somebody else. Whoever relies on them is provided for in the
/// same step: as `decisions` say, else as is best for them.
#[utoipa::path(put, path = "/stations/{slug}/officials/{id}/presence", tag = "desk", operation_id = "declarePresence",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = Saying,
    responses((status = 200, body = DeclaredShape, description = "What everybody sees from now on"), Reading, Changing))]
pub async fn declare(
    here: Here,
    At(Named { id }): At<Named<OfficialId>>,
    headers: HeaderMap,
    Body(saying): Body<Saying>,
) -> Result<Json<DeclaredShape>, Wrong> {
    let villages = act::villages(&here).await?;
    let said = act::declared(&here, &saying, &villages).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &saying));
    let done = act::declare(&here, id, said, (saying.decisions, once)).await.map_err(|not| wrong(&here, not))?;
    let (station, now) = (here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await?;
    let official = all.iter().find(|o| o.official.id == id).ok_or(Fault::NotFound)?;
    let zone = &here.desk.station.zone;
    let settled = done.settled.iter().map(|s| SettledShape::of(s, zone)).collect();
    Ok(Json(DeclaredShape { official: OfficialNow::of(official), settled }))
}
