use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;

use super::failures::{Changing, Reading, wrong};
use super::shapes::OfficialNow;
use crate::answers;
use crate::desk::act;
use crate::desk::asked::Saying;
use crate::desk::here::{Here, Named};
use crate::rules::OfficialId;

/// Says where an official is: oneself, or as the front desk for somebody else.
#[utoipa::path(put, path = "/stations/{slug}/officials/{id}/presence", tag = "desk", operation_id = "declarePresence",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = Saying,
    responses((status = 200, body = OfficialNow, description = "What everybody sees from now on"), Reading, Changing))]
pub async fn declare(
    here: Here,
    At(Named { id }): At<Named<OfficialId>>,
    headers: HeaderMap,
    Body(saying): Body<Saying>,
) -> Result<Json<OfficialNow>, Wrong> {
    let villages = act::villages(&here).await?;
    let said = act::declared(&here, &saying, &villages).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &saying));
    act::declare(&here, id, said, once).await.map_err(|not| wrong(&here, not))?;
    let (station, now) = (here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await?;
    let official = all.iter().find(|o| o.official.id == id).ok_or(Fault::NotFound)?;
    Ok(Json(OfficialNow::of(official)))
}
