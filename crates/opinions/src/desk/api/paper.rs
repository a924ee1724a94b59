//! A paper that is typed in.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Body, Problem, Wrong};
use kernel::once::Once;

use super::shapes::ReceiptShape;
use crate::acts;
use crate::desk::asked::NewPaperOpinion;
use crate::desk::here::Here;
use crate::failures::{AtDesk, Changing, Looking};

/// Types in what came on paper or was said at the desk. The receipt is told this once, to be handed over.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions", tag = "opinions", operation_id = "typeInOpinion",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewPaperOpinion,
    responses((status = 201, body = ReceiptShape, description = "The receipt"), Looking, AtDesk, Changing))]
pub async fn leave(
    here: Here,
    headers: HeaderMap,
    Body(body): Body<NewPaperOpinion>,
) -> Result<(StatusCode, Json<ReceiptShape>), Wrong> {
    let new = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let left = acts::leave(&here.doing(), new, None, Once::header(&headers)).await;
    let left = left.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(ReceiptShape { receipt: left.receipt.grouped() })))
}
