//! A wish is written down, written anew, and gets another code.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{CodeShape, MadeShape};
use crate::asked::{NewWish, WishRewrite};
use crate::desk::{by, reads};
use crate::failures::{AtDesk, Changing, Looking};
use crate::{WishId, acts};

/// Writes a wish down, with recorded consent. The six digits are told this once, for the slip of whoever wishes.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes", tag = "wishes", operation_id = "draftWish",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewWish,
    responses((status = 201, body = MadeShape, description = "Written down, for nobody else to see yet"), Looking, AtDesk, Changing))]
pub async fn write(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewWish>,
) -> Result<(StatusCode, Json<MadeShape>), Wrong> {
    let villages = reads::villages(&here).await?;
    let wish = new.checked(&villages).map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &new);
    let made = acts::draft(&here.house, &here.desk.station, wish, by).await;
    let (id, code) = made.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(MadeShape { id, code })))
}

/// Writes it anew; two others look at it again. Not while somebody has it.
#[utoipa::path(put, path = "/stations/{slug}/desk/wishes/{id}", tag = "wishes", operation_id = "redraftWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishRewrite, responses((status = 204, description = "Written"), Looking, AtDesk, Changing))]
pub async fn rewrite(
    here: Here,
    Values(Named { id }): Values<Named<WishId>>,
    headers: HeaderMap,
    Body(anew): Body<WishRewrite>,
) -> Result<StatusCode, Wrong> {
    let villages = reads::villages(&here).await?;
    let draft = anew.checked(&villages).map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("redraft", id, &anew));
    let done = acts::redraft(&here.house, &here.desk.station, (id, anew.version, draft), by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes another code, where the slip was lost or too many digits were wrong. It is told this once; the old one is good no more.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/code", tag = "wishes", operation_id = "newWishCode",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = CodeShape, description = "The code"), Looking, AtDesk, Changing))]
pub async fn new_code(
    here: Here,
    Values(Named { id }): Values<Named<WishId>>,
    headers: HeaderMap,
) -> Result<Json<CodeShape>, Wrong> {
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("code", id));
    let done = acts::new_code(&here.house, &here.desk.station, id, by).await;
    let code = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(CodeShape { code }))
}
