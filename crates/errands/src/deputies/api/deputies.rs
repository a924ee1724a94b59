//! Who receives here, as managers write it.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;

use super::shapes::ManagedDeputy;
use crate::deputies::acts;
use crate::deputies::answers;
use crate::deputies::asked::DeputyEdit;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Manager, Named};

async fn all(here: &Here) -> Result<Vec<ManagedDeputy>, Fault> {
    let station = here.desk.station.clone();
    let all = here.house.db.read(move |c: &mut Conn| answers::deputies(c, &station)).await?;
    Ok(all.iter().map(|d| ManagedDeputy::of(&here.house, d)).collect())
}

/// All deputies who receive here. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/deputies", tag = "deputies", operation_id = "deputies",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedDeputy>, description = "In the order in which they were written down"), Reading))]
pub async fn deputies(Manager(here): Manager) -> Result<Json<Vec<ManagedDeputy>>, Wrong> {
    Ok(Json(all(&here).await?))
}

/// A new deputy. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/deputies", tag = "deputies", operation_id = "addDeputy",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = DeputyEdit,
    responses((status = 201, body = Vec<ManagedDeputy>, description = "All deputies as they are now"), Reading, Changing))]
pub async fn add(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<DeputyEdit>,
) -> Result<(StatusCode, Json<Vec<ManagedDeputy>>), Wrong> {
    let deputy = new.checked(0).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_deputy(&here.house, &here.desk.station, deputy, (here.staff(), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(all(&here).await?)))
}

/// Writes a deputy anew. `seen` must be as it was read; with `retired` they receive no more. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/deputies/{id}", tag = "deputies", operation_id = "editDeputy",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = DeputyEdit,
    responses((status = 200, body = Vec<ManagedDeputy>, description = "All deputies as they are now"), Reading, Changing))]
pub async fn edit(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Body(edit): Body<DeputyEdit>,
) -> Result<Json<Vec<ManagedDeputy>>, Wrong> {
    let deputy = edit.checked(id).map_err(|p| Problem::fields(&here.v, &p))?;
    let how = (edit.seen, here.staff());
    let done = acts::edit_deputy(&here.house, &here.desk.station, (deputy, edit.retired), how).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(all(&here).await?))
}
