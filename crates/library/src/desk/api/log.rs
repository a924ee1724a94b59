//! What a device at the counter noted while it had no line.
use axum::Json;
use kernel::api::{Body, Problem, Wrong};
use stations::Here;

use super::shapes::LogShape;
use crate::desk::asked::LibraryLog;
use crate::desk::noted::noted;
use crate::failures::{AtDesk, Changing, Looking};

/// Takes what was lent, given back and renewed without a network, in the order in which it was done. Each entry is taken by itself, and
/// once: send them until they are answered. What has happened is not refused; what does not fit becomes something for a clerk to look
/// at.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/log", tag = "library", operation_id = "sendLibraryLog",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = LibraryLog,
    responses((status = 200, body = LogShape, description = "What became of each"), Looking, AtDesk, Changing))]
pub async fn log(here: Here, Body(sent): Body<LibraryLog>) -> Result<Json<LogShape>, Wrong> {
    let entries = sent.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    Ok(Json(LogShape::of(&noted(&here, entries).await?)))
}
