//! Sections are laid out.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::once::Once;
use stations::{Here, HereAsManager, Named};

use crate::acts;
use crate::asked::{NewNoticeSection, NoticeSectionChange};
use crate::desk::reads;
use crate::failures::{AtDesk, Changing, Looking};
use crate::public::shapes::SectionShape;

async fn found(here: &Here, id: i32) -> Result<Json<SectionShape>, Wrong> {
    let all = reads::sections(here).await?;
    let one = all.iter().find(|s| s.id == id).ok_or(Fault::NotFound)?;
    Ok(Json(SectionShape::of(one)))
}

/// A section more. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/notice-sections", tag = "notices", operation_id = "addNoticeSection",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewNoticeSection, responses((status = 201, body = SectionShape, description = "The section"), Looking, AtDesk, Changing))]
pub async fn add(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(new): Body<NewNoticeSection>,
) -> Result<(StatusCode, Json<SectionShape>), Wrong> {
    let section = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_section(&here.house, &here.desk.station, section, (here.staff(), once)).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, found(&here, id).await?))
}

/// Another name or another place; the address stays. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/notice-sections/{id}", tag = "notices", operation_id = "changeNoticeSection",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    request_body = NoticeSectionChange, responses((status = 200, body = SectionShape, description = "The section"), Looking, AtDesk, Changing))]
pub async fn change(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<i32>>,
    Body(changed): Body<NoticeSectionChange>,
) -> Result<Json<SectionShape>, Wrong> {
    let section = changed.checked(id).map_err(|p| Problem::fields(&here.v, &p))?;
    acts::change_section(&here.house, &here.desk.station, section, here.staff()).await?;
    found(&here, id).await
}
