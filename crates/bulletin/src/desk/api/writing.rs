//! Notices are written.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::photo;
use stations::{Here, Named};

use super::shapes::{DeskShape, WholeShape};
use crate::asked::{NewNotice, NewNoticePhoto, NoticeRewrite};
use crate::desk::reads;
use crate::desk::web::not_a_photo;
use crate::failures::{AtDesk, Changing, Looking};
use crate::{NoticeId, acts};

pub(super) async fn whole(here: &Here, id: NoticeId) -> Result<Json<WholeShape>, Wrong> {
    let read = reads::whole(here, id).await?;
    Ok(Json(WholeShape::of(&here.desk.station, &read)))
}

/// What waits for a second look, drafts, and the newest notices.
#[utoipa::path(get, path = "/stations/{slug}/desk/notices", tag = "notices", operation_id = "noticesAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = DeskShape, description = "Notices"), Looking, AtDesk))]
pub async fn list(here: Here) -> Result<Json<DeskShape>, Wrong> {
    let desk = reads::desk(&here, None).await?;
    Ok(Json(DeskShape::of(&here.v, &here.desk.station, &desk)))
}

/// Writes a draft, which somebody else looks at before everybody reads it.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices", tag = "notices", operation_id = "writeNotice",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewNotice, responses((status = 201, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn write(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewNotice>,
) -> Result<(StatusCode, Json<WholeShape>), Wrong> {
    let sections = reads::sections(&here).await?;
    let draft = new.checked(&sections).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(&draft, new.ask));
    let id = acts::draft(&here.house, &here.desk.station, (draft, new.ask), (here.staff(), once)).await?;
    Ok((StatusCode::CREATED, whole(&here, id).await?))
}

/// A notice with its versions.
#[utoipa::path(get, path = "/stations/{slug}/desk/notices/{id}", tag = "notices", operation_id = "noticeAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk))]
pub async fn show(here: Here, Values(Named { id }): Values<Named<NoticeId>>) -> Result<Json<WholeShape>, Wrong> {
    whole(&here, id).await
}

/// Writes the next version: of a draft, or a correction of what everybody has read, which says what it corrects. Everybody reads
/// what was there before until somebody else has looked.
#[utoipa::path(put, path = "/stations/{slug}/desk/notices/{id}", tag = "notices", operation_id = "rewriteNotice",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NoticeRewrite, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn rewrite(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    headers: HeaderMap,
    Body(new): Body<NoticeRewrite>,
) -> Result<Json<WholeShape>, Wrong> {
    let sections = reads::sections(&here).await?;
    let rewrite = new.checked(id, &sections).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &rewrite);
    let done = acts::rewrite(&here.house, &here.desk.station, rewrite, (here.staff(), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    whole(&here, id).await
}

/// Adds a photo to what is being written: the next version.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/photos", tag = "notices", operation_id = "addNoticePhoto",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewNoticePhoto, responses((status = 201, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn add_photo(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    headers: HeaderMap,
    Body(new): Body<NewNoticePhoto>,
) -> Result<(StatusCode, Json<WholeShape>), Wrong> {
    let (alt, file) = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    // A large body would be kept with its answer's key: its hash is enough.
    let asked = (id, new.version, &alt, here.house.keys.lookup("notice-photo", &new.file).to_vec());
    let once = here.once(Once::header(&headers).unwrap_or_default(), &asked);
    let wrong = |why| {
        let mut problems = Problems::default();
        problems.add("file", not_a_photo(why));
        Problem::fields(&here.v, &problems)
    };
    let read = photo::read_all(&here.house, vec![file]).await?.map_err(|(_, why)| wrong(why))?;
    let photo = read.into_iter().next().ok_or_else(|| wrong(photo::NotAPhoto::NotReadable))?;
    let at = (id, new.version);
    let done = acts::add_photo(&here.house, &here.desk.station, at, (photo, alt), (here.staff(), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, whole(&here, id).await?))
}
