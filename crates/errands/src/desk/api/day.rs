use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::form::Problems;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::failures::{Changing, Reading, wrong};
use crate::answers;
use crate::desk::asked::{MOST_IN_A_REASON, line};
use crate::desk::here::{Here, Manager};
use crate::desk::{act, seen};

/// How many tickets it is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayClosed {
    tickets: usize,
}

/// Why the day ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClosing {
    /// Whoever has a ticket reads it.
    #[schema(min_length = 1, max_length = 60, example = "停电")]
    reason: String,
}

/// How many tickets the end of the day would close now. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/day/closing", tag = "desk", operation_id = "hitByClosing",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = DayClosed, description = "All that stand and are not being served"), Reading))]
pub async fn hit(Manager(here): Manager) -> Result<Json<DayClosed>, Wrong> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let board = here.house.db.snapshot(move |c: &mut Conn| answers::board(c, &station, now)).await?;
    Ok(Json(DayClosed { tickets: seen::hit_by_closing(&board) }))
}

/// Ends the day: whoever still has a ticket is told why nothing more comes of it. Nobody becomes "served" by it. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/day/closing", tag = "desk", operation_id = "closeDay",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewClosing,
    responses((status = 200, body = DayClosed, description = "Closed"), Reading, Changing))]
pub async fn close(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<NewClosing>,
) -> Result<Json<DayClosed>, Wrong> {
    let tickets = closed(&here, &new.reason, Once::header(&headers).unwrap_or_default()).await?;
    Ok(Json(DayClosed { tickets }))
}

async fn closed(here: &Here, reason: &str, key: &str) -> Result<usize, Wrong> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", reason, MOST_IN_A_REASON);
    let reason = problems.or_else_all(Some(reason)).map_err(|p| Problem::fields(&here.v, &p))?;
    act::close_day(here, &reason, key).await.map_err(|not| wrong(here, not))
}
