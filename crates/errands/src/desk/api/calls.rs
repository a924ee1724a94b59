use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{Ask, At, Wrong};
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::failures::{Changing, Reading, wrong};
use super::shapes::BoardShape;
use crate::TicketId;
use crate::acts::Pressed;
use crate::desk::act;
use crate::desk::here::Here;
use crate::rules::DeskId;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AtWhich {
    /// At which desk; without it, where the caller usually sits.
    desk: Option<DeskId>,
}

/// Who is at the desk, who is next and why, who waits, who was set aside.
#[utoipa::path(get, path = "/stations/{slug}/desk/board", tag = "desk", operation_id = "deskBoard",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), AtWhich),
    responses((status = 200, body = BoardShape, description = "As it is now"), Reading))]
pub async fn board(here: Here, Ask(asked): Ask<AtWhich>) -> Result<Json<BoardShape>, Wrong> {
    let calls = act::calls(&here, asked.desk).await?;
    Ok(Json(BoardShape::of(&calls, &here.desk.station)))
}

/// What one press did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Called {
    /// Who was being served, and is done.
    #[schema(value_type = Option<String>, format = Uuid)]
    finished: Option<TicketId>,
    /// Who is called; null, if nobody waits in the hall.
    #[schema(value_type = Option<String>, format = Uuid)]
    called: Option<TicketId>,
}

#[derive(Debug, Deserialize)]
pub struct OfDesk {
    desk: DeskId,
}

/// Finishes whoever is being served at the desk and calls the next.
#[utoipa::path(post, path = "/stations/{slug}/desks/{desk}/calls", tag = "desk", operation_id = "callNext",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("desk" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Called, description = "Called"), Reading, Changing))]
pub async fn call_next(here: Here, At(of): At<OfDesk>, headers: HeaderMap) -> Result<Json<Called>, Wrong> {
    let key = Once::header(&headers).unwrap_or_default();
    let Pressed { finished, called } = act::call_next(&here, of.desk, key).await.map_err(|not| wrong(&here, not))?;
    Ok(Json(Called { finished, called }))
}
