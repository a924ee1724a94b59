//! Lines, desks and what is retired for programs. Paths are relative to `/api/v1`; managers only.
mod kiosk;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::routes;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts;
use super::asked::{DeskEdit, LineEdit, NewDesk, NewLine};
use super::rules::What;
use super::store::Retired;
use crate::acts::seen;
use crate::desk::api::failures::{Changing, Reading, not_kept};
use crate::desk::here::{Here, Manager, Named};
use crate::rules::{DeskId, LineId, Name};
use crate::store;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(lines, add_line))
        .routes(routes!(edit_line))
        .routes(routes!(desks, add_desk))
        .routes(routes!(rename_desk))
        .routes(routes!(retired, retire))
        .routes(routes!(bring_back))
        .routes(routes!(kiosk::look, kiosk::make, kiosk::close))
}

/// A line as managers write it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagedLine {
    id: LineId,
    slug: String,
    letter: char,
    /// What can be sent back, changed.
    written: LineEdit,
}

/// A desk as managers write it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagedDesk {
    id: DeskId,
    lines: Vec<LineId>,
    /// What can be sent back, changed.
    written: DeskEdit,
}

async fn all_lines(here: &Here) -> Result<Vec<ManagedLine>, Fault> {
    let at = here.desk.station.id;
    let all = here.house.db.read(move |c| store::lines(c, at)).await?;
    let shape = |l: crate::rules::Line| ManagedLine {
        id: l.id,
        slug: l.slug.clone(),
        letter: l.letter,
        written: LineEdit { seen: seen(&here.house, &l), name: l.name, hours: l.hours },
    };
    Ok(all.into_iter().map(shape).collect())
}

async fn all_desks(here: &Here) -> Result<Vec<ManagedDesk>, Fault> {
    let at = here.desk.station.id;
    let all = here.house.db.snapshot(move |c| store::desks(c, at)).await?;
    let shape = |d: store::Desk| ManagedDesk {
        id: d.id,
        lines: d.lines,
        written: DeskEdit { seen: seen(&here.house, &d.note), note: d.note },
    };
    Ok(all.into_iter().map(shape).collect())
}

/// All lines as they are written down. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/lines", tag = "desk", operation_id = "managedLines",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedLine>, description = "In their order"), Reading))]
pub async fn lines(Manager(here): Manager) -> Result<Json<Vec<ManagedLine>>, Wrong> {
    Ok(Json(all_lines(&here).await?))
}

/// A new line. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/lines", tag = "desk", operation_id = "addLine",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewLine,
    responses((status = 201, body = ManagedLine, description = "Written down"), Reading, Changing))]
pub async fn add_line(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<NewLine>,
) -> Result<(StatusCode, Json<ManagedLine>), Wrong> {
    let line = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_line(&here.house, &here.desk.station, line, (here.staff(), once)).await;
    let id = done.map_err(|not| not_kept(&here, not))?;
    let line = all_lines(&here).await?.into_iter().find(|l| l.id == id).ok_or(Fault::NotFound)?;
    Ok((StatusCode::CREATED, Json(line)))
}

/// Writes a line's name and hours anew. `seen` must be as it was read. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/lines/{id}", tag = "desk", operation_id = "editLine",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = LineEdit,
    responses((status = 200, body = ManagedLine, description = "As it is now"), Reading, Changing))]
pub async fn edit_line(
    Manager(here): Manager,
    At(Named { id }): At<Named<LineId>>,
    Body(edit): Body<LineEdit>,
) -> Result<Json<ManagedLine>, Wrong> {
    let written = edit.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::edit_line(&here.house, &here.desk.station, (id, edit.seen), written, here.staff()).await;
    done.map_err(|not| not_kept(&here, not))?;
    let line = all_lines(&here).await?.into_iter().find(|l| l.id == id).ok_or(Fault::NotFound)?;
    Ok(Json(line))
}

/// All desks as they are written down. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/desks", tag = "desk", operation_id = "managedDesks",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedDesk>, description = "In the order of their signs"), Reading))]
pub async fn desks(Manager(here): Manager) -> Result<Json<Vec<ManagedDesk>>, Wrong> {
    Ok(Json(all_desks(&here).await?))
}

async fn one_desk(here: &Here, id: DeskId) -> Result<ManagedDesk, Fault> {
    all_desks(here).await?.into_iter().find(|d| d.id == id).ok_or(Fault::NotFound)
}

/// A new desk. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/desks", tag = "desk", operation_id = "addDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDesk,
    responses((status = 201, body = ManagedDesk, description = "Written down"), Reading, Changing))]
pub async fn add_desk(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<NewDesk>,
) -> Result<(StatusCode, Json<ManagedDesk>), Wrong> {
    let desk = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_desk(&here.house, &here.desk.station, desk, (here.staff(), once)).await;
    let id = done.map_err(|not| not_kept(&here, not))?;
    Ok((StatusCode::CREATED, Json(one_desk(&here, id).await?)))
}

/// Says anew where a desk is. `seen` must be as it was read. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/desks/{id}", tag = "desk", operation_id = "renameDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = DeskEdit,
    responses((status = 200, body = ManagedDesk, description = "As it is now"), Reading, Changing))]
pub async fn rename_desk(
    Manager(here): Manager,
    At(Named { id }): At<Named<DeskId>>,
    Body(edit): Body<DeskEdit>,
) -> Result<Json<ManagedDesk>, Wrong> {
    let note = edit.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::rename_desk(&here.house, &here.desk.station, (id, edit.seen), note, here.staff()).await;
    done.map_err(|not| not_kept(&here, not))?;
    Ok(Json(one_desk(&here, id).await?))
}

/// Something of the hall that is no longer used.
#[derive(Debug, Serialize, ToSchema)]
pub struct RetiredPart {
    what: What,
    id: i32,
    /// How it was called; of a desk, where it was.
    name: Name,
}

impl From<Retired> for RetiredPart {
    fn from(r: Retired) -> RetiredPart {
        RetiredPart { what: r.what, id: r.id, name: r.name }
    }
}

/// What is no longer used: lines, desks, matters, officials. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/retired", tag = "desk", operation_id = "retiredParts",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<RetiredPart>, description = "Lines, desks, matters, officials, each in their order"), Reading))]
pub async fn retired(Manager(here): Manager) -> Result<Json<Vec<RetiredPart>>, Wrong> {
    let all = acts::retired(&here.house, &here.desk.station).await?;
    Ok(Json(all.into_iter().map(RetiredPart::from).collect()))
}

/// What is to be retired.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToRetire {
    what: What,
    #[schema(minimum = 1, maximum = 2_147_483_647)]
    id: i32,
}

async fn left(here: &Here, done: Result<(), Not<super::rules::Stays>>) -> Result<Json<Vec<RetiredPart>>, Wrong> {
    done.map_err(|not| Wrong::of(&here.v, not))?;
    let all = acts::retired(&here.house, &here.desk.station).await?;
    Ok(Json(all.into_iter().map(RetiredPart::from).collect()))
}

/// Retires a line, a desk, a matter or an official. Refused while something hangs on it. What is retired already stays so.
/// Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/retired", tag = "desk", operation_id = "retirePart",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = ToRetire,
    responses((status = 200, body = Vec<RetiredPart>, description = "What is retired now"), Reading, Changing))]
pub async fn retire(Manager(here): Manager, Body(new): Body<ToRetire>) -> Result<Json<Vec<RetiredPart>>, Wrong> {
    let done = acts::retire(&here.house, &here.desk.station, (new.what, new.id), here.staff()).await;
    left(&here, done).await
}

/// What a path names.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Which {
    what: What,
    id: i32,
}

/// Brings something back that was retired. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/desk/retired/{what}/{id}", tag = "desk", operation_id = "bringBackPart",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("what" = What, Path), ("id" = i32, Path, minimum = 1, maximum = 2_147_483_647)),
    responses((status = 200, body = Vec<RetiredPart>, description = "What is still retired"), Reading, Changing))]
pub async fn bring_back(Manager(here): Manager, At(which): At<Which>) -> Result<Json<Vec<RetiredPart>>, Wrong> {
    let done = acts::bring_back(&here.house, &here.desk.station, (which.what, which.id), here.staff()).await;
    left(&here, done).await
}
