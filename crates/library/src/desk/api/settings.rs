//! What a station has decided about lending.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Body, Problem, Wrong};
use kernel::once::Once;
use stations::{Here, HereAsManager};

use crate::desk::asked::LibraryRules;
use crate::desk::reads;
use crate::failures::{AtDesk, Changing, Looking};
use crate::lending::acts;

/// The eight rules of lending.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/settings", tag = "library", operation_id = "librarySettings",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = LibraryRules, description = "The rules"), Looking, AtDesk))]
pub async fn show(here: Here) -> Result<Json<LibraryRules>, Wrong> {
    Ok(Json(LibraryRules::of(&reads::settings(&here).await?)))
}

/// Other rules, from the next loan on. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/library/settings", tag = "library", operation_id = "setLibrarySettings",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryRules,
    responses((status = 204, description = "So it is from now on"), Looking, AtDesk, Changing))]
pub async fn keep(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(rules): Body<LibraryRules>,
) -> Result<StatusCode, Wrong> {
    let settings = rules.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &rules);
    acts::set_settings(&here.house, &here.desk.station, settings, (&here.desk.staff, once)).await?;
    Ok(StatusCode::NO_CONTENT)
}
