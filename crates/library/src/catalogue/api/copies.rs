//! Copies come in and are changed.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{CopyShape, TakenInShape};
use crate::catalogue::asked::{CopiesToTakeIn, CopyAsWanted};
use crate::catalogue::rules::Of;
use crate::catalogue::{acts, reads};
use crate::failures::{AtDesk, Changing, Looking};
use crate::{CopyId, TitleId};

/// Takes in more copies of a title that the station has.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/titles/{id}/copies", tag = "library", operation_id = "takeInCopies",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = CopiesToTakeIn, responses((status = 201, body = TakenInShape, description = "What has come in"), Looking, AtDesk, Changing))]
pub async fn add(
    here: Here,
    Values(Named { id }): Values<Named<TitleId>>,
    headers: HeaderMap,
    Body(new): Body<CopiesToTakeIn>,
) -> Result<(StatusCode, Json<TakenInShape>), Wrong> {
    let shelves = reads::shelves(&here).await?;
    let copies = new.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("add-copies", id, &copies));
    let (staff, of) = (&here.desk.staff, Of::There(id));
    let done = acts::take_in(&here.house, &here.desk.station, of, copies, None, (staff, once)).await;
    let taken = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(TakenInShape::of(taken))))
}

/// Where a copy belongs, and how it stands. What somebody has, waits for, or sends to another station stays here.
#[utoipa::path(put, path = "/stations/{slug}/desk/library/copies/{id}", tag = "library", operation_id = "changeCopy",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = CopyAsWanted, responses((status = 200, body = CopyShape, description = "The copy"), Looking, AtDesk, Changing))]
pub async fn change(
    here: Here,
    Values(Named { id }): Values<Named<CopyId>>,
    headers: HeaderMap,
    Body(wanted): Body<CopyAsWanted>,
) -> Result<Json<CopyShape>, Wrong> {
    // Whether it is there at all is said first.
    reads::copy(&here, id).await?;
    let shelves = reads::shelves(&here).await?;
    let change = wanted.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("change-copy", id, &change));
    let done = acts::change_copy(&here.house, &here.desk.station, (id, change), (&here.desk.staff, once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(CopyShape::of(&reads::copy(&here, id).await?, &shelves)))
}
