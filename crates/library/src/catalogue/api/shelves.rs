//! Shelves are put up and changed.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{ShelfShape, ShelvesShape};
use crate::catalogue::asked::{NewLibraryShelf, ShelfAsWanted};
use crate::catalogue::{acts, reads};
use crate::failures::{AtDesk, Changing, Looking};

async fn found(here: &Here, id: i32) -> Result<Json<ShelfShape>, Wrong> {
    let all = reads::shelves(here).await?;
    let one = all.iter().find(|shelf| shelf.id == id).ok_or(Fault::NotFound)?;
    Ok(Json(ShelfShape::of(one)))
}

/// The shelves of the room, in their order.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/shelves", tag = "library", operation_id = "shelvesAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = ShelvesShape, description = "Shelves"), Looking, AtDesk))]
pub async fn all(here: Here) -> Result<Json<ShelvesShape>, Wrong> {
    let all = reads::shelves(&here).await?;
    Ok(Json(ShelvesShape { shelves: all.iter().map(ShelfShape::of).collect() }))
}

/// A shelf more.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/shelves", tag = "library", operation_id = "addShelf",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewLibraryShelf, responses((status = 201, body = ShelfShape, description = "The shelf"), Looking, AtDesk, Changing))]
pub async fn add(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewLibraryShelf>,
) -> Result<(StatusCode, Json<ShelfShape>), Wrong> {
    let shelf = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("add-shelf", &shelf));
    let done = acts::add_shelf(&here.house, &here.desk.station, shelf, (&here.desk.staff, once)).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, found(&here, id).await?))
}

/// Another name, another place, with or without honesty; its code stays.
#[utoipa::path(put, path = "/stations/{slug}/desk/library/shelves/{id}", tag = "library", operation_id = "changeShelf",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = ShelfAsWanted, responses((status = 200, body = ShelfShape, description = "The shelf"), Looking, AtDesk, Changing))]
pub async fn change(
    here: Here,
    Values(Named { id }): Values<Named<i32>>,
    headers: HeaderMap,
    Body(wanted): Body<ShelfAsWanted>,
) -> Result<Json<ShelfShape>, Wrong> {
    let shelf = wanted.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("change-shelf", id, &shelf));
    acts::change_shelf(&here.house, &here.desk.station, (id, shelf), (&here.desk.staff, once)).await?;
    found(&here, id).await
}
