//! What managers write down: what a desk serves, matters, officials.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::failures::{Changing, Reading, not_kept};
use super::shapes::DeskShape;
use crate::acts;
use crate::desk::asked::{MatterEdit, OfficialEdit};
use crate::desk::here::{Here, Manager, Named};
use crate::rules::{DeskId, LineId, MatterId, OfficialId};
use crate::store;

/// What a desk serves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskLines {
    lines: Vec<LineId>,
}

/// From now on the desk serves these lines. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desks/{id}", tag = "desk", operation_id = "setDeskLines",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = DeskLines,
    responses((status = 200, body = DeskShape, description = "As it is now"), Reading, Changing))]
pub async fn desk(
    Manager(here): Manager,
    At(Named { id }): At<Named<DeskId>>,
    Body(new): Body<DeskLines>,
) -> Result<Json<DeskShape>, Wrong> {
    let done = acts::edit_desk(&here.house, &here.desk.station, (id, new.lines), here.staff()).await;
    done.map_err(|not| not_kept(&here, not))?;
    let at = here.desk.station.id;
    let desk = here.house.db.read(move |c: &mut Conn| store::desk(c, at, id)).await?;
    Ok(Json(DeskShape { id: desk.id, note: desk.note, lines: desk.lines }))
}

/// A matter as managers write it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagedMatter {
    id: MatterId,
    /// The version of its checklist.
    version: i32,
    /// What can be sent back, changed.
    written: MatterEdit,
}

async fn all_matters(here: &Here) -> Result<Vec<ManagedMatter>, Fault> {
    let at = here.desk.station.id;
    let all = here.house.db.read(move |c: &mut Conn| store::matters(c, at)).await?;
    let shape = |m: crate::rules::Matter| ManagedMatter {
        id: m.id,
        version: m.version,
        written: MatterEdit::of(acts::seen(&here.house, &m.draft), &m.draft),
    };
    Ok(all.into_iter().map(shape).collect())
}

async fn one_matter(here: &Here, id: MatterId) -> Result<ManagedMatter, Fault> {
    all_matters(here).await?.into_iter().find(|m| m.id == id).ok_or(Fault::NotFound)
}

/// All matters as they are written down. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/matters", tag = "desk", operation_id = "managedMatters",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedMatter>, description = "In the order in which they were written down"), Reading))]
pub async fn matters(Manager(here): Manager) -> Result<Json<Vec<ManagedMatter>>, Wrong> {
    Ok(Json(all_matters(&here).await?))
}

/// A new matter. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/matters", tag = "desk", operation_id = "addMatter",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = MatterEdit,
    responses((status = 201, body = ManagedMatter, description = "Written down"), Reading, Changing))]
pub async fn add_matter(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<MatterEdit>,
) -> Result<(StatusCode, Json<ManagedMatter>), Wrong> {
    let draft = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_matter(&here.house, &here.desk.station, draft, (here.staff(), once)).await;
    let id = done.map_err(|not| not_kept(&here, not))?;
    Ok((StatusCode::CREATED, Json(one_matter(&here, id).await?)))
}

/// Writes a matter anew; a changed checklist becomes a new version. `seen` must be as it was read. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/matters/{id}", tag = "desk", operation_id = "editMatter",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = MatterEdit,
    responses((status = 200, body = ManagedMatter, description = "As it is now"), Reading, Changing))]
pub async fn edit_matter(
    Manager(here): Manager,
    At(Named { id }): At<Named<MatterId>>,
    Body(edit): Body<MatterEdit>,
) -> Result<Json<ManagedMatter>, Wrong> {
    let draft = edit.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::edit_matter(&here.house, &here.desk.station, (id, edit.seen), draft, here.staff()).await;
    done.map_err(|not| not_kept(&here, not))?;
    Ok(Json(one_matter(&here, id).await?))
}

/// An official as managers write them.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagedOfficial {
    id: OfficialId,
    /// Whether their text messages are known. Of the number itself only a hash is kept.
    texts: bool,
    /// What can be sent back, changed.
    written: OfficialEdit,
}

async fn all_officials(here: &Here) -> Result<Vec<ManagedOfficial>, Fault> {
    let at = here.desk.station.id;
    let read = move |c: &mut Conn| Ok::<_, Fault>((store::officials(c, at)?, store::has_phone(c, at)?));
    let (all, phones) = here.house.db.snapshot(read).await?;
    let shape = |o: &crate::answers::Official| ManagedOfficial {
        id: o.id,
        texts: phones.contains(&o.id),
        written: OfficialEdit::of(acts::seen(&here.house, o), o),
    };
    Ok(all.iter().map(shape).collect())
}

async fn one_official(here: &Here, id: OfficialId) -> Result<ManagedOfficial, Fault> {
    all_officials(here).await?.into_iter().find(|o| o.id == id).ok_or(Fault::NotFound)
}

/// All officials as they are written down. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/officials", tag = "desk", operation_id = "managedOfficials",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedOfficial>, description = "In the order in which they were written down"), Reading))]
pub async fn officials(Manager(here): Manager) -> Result<Json<Vec<ManagedOfficial>>, Wrong> {
    Ok(Json(all_officials(&here).await?))
}

/// A new official. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/officials", tag = "desk", operation_id = "addOfficial",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OfficialEdit,
    responses((status = 201, body = ManagedOfficial, description = "Written down"), Reading, Changing))]
pub async fn add_official(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<OfficialEdit>,
) -> Result<(StatusCode, Json<ManagedOfficial>), Wrong> {
    let written = new.checked(0).map_err(|p| Problem::fields(&here.v, &p))?;
    let phone = new.phone.as_ref().map(|p| here.house.keys.lookup("official-once", p).to_vec());
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(&new.name, new.staff, new.desk, phone));
    let done = acts::add_official(&here.house, &here.desk.station, written, (here.staff(), once)).await;
    let id = done.map_err(|not| not_kept(&here, not))?;
    Ok((StatusCode::CREATED, Json(one_official(&here, id).await?)))
}

/// Writes an official anew. `seen` must be as it was read. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/officials/{id}", tag = "desk", operation_id = "editOfficial",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    request_body = OfficialEdit,
    responses((status = 200, body = ManagedOfficial, description = "As it is now"), Reading, Changing))]
pub async fn edit_official(
    Manager(here): Manager,
    At(Named { id }): At<Named<OfficialId>>,
    Body(edit): Body<OfficialEdit>,
) -> Result<Json<ManagedOfficial>, Wrong> {
    let written = edit.checked(id).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::edit_official(&here.house, &here.desk.station, edit.seen, written, here.staff()).await;
    done.map_err(|not| not_kept(&here, not))?;
    Ok(Json(one_official(&here, id).await?))
}
