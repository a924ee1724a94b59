//! What everybody may read of an opinion, and hiding it again.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::refusal::Not;
use serde::Serialize;
use stations::Named;
use utoipa::ToSchema;

use super::shapes::PostShape;
use super::steps::answered;
use crate::answers::Filter;
use crate::desk::asked::{self, OpinionDecision, OpinionHiding, OpinionPublicVersion};
use crate::desk::decide::{self, Decision};
use crate::desk::here::{Here, Manager};
use crate::desk::reads;
use crate::failures::{AtDesk, Changing, Looking};
use crate::rules::Refusal;
use crate::{OpinionId, PostId, acts};

/// What was written for everybody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionPostWritten)]
pub struct Written {
    #[schema(value_type = String, format = Uuid)]
    pub post: PostId,
}

/// Writes what everybody may read, or writes it anew. It is released with others, on a Monday. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/{id}/public", tag = "opinions", operation_id = "writePublicOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionPublicVersion,
    responses((status = 200, body = Written, description = "Written"), Looking, AtDesk, Changing))]
pub async fn write(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<OpinionId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionPublicVersion>,
) -> Result<Json<Written>, Wrong> {
    let text = body.checked(["title", "text", "answer", "address"]).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::write_public(&here.doing(), here.me(), (id, text), Once::header(&headers)).await;
    let post = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(Written { post }))
}

/// Asks for hiding what is public of it: somebody else decides, and whoever said it can appeal.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/hiding", tag = "opinions", operation_id = "askToHideOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionHiding,
    responses((status = 204, description = "Asked"), Looking, AtDesk, Changing))]
pub async fn ask_hide(
    here: Here,
    Values(Named { id }): Values<Named<OpinionId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionHiding>,
) -> Result<StatusCode, Wrong> {
    let post = reads::post_of(&here, id).await?;
    let reason = asked::text("reason", &body.reason).map_err(|p| Problem::fields(&here.v, &p))?;
    let post = post.ok_or_else(|| Wrong::of(&here.v, Not::Refused(Refusal::NotReleased)))?;
    let done = acts::ask_hide(&here.doing(), here.me(), (post, reason), Once::header(&headers)).await;
    answered(&here, done)
}

/// Posts that wait for whoever asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionDecisions)]
pub struct Waiting {
    pub posts: Vec<PostShape>,
}

/// Hidings that somebody else asked for, and appeals against hidings that somebody else asked for. Whose they are is not told.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/decisions", tag = "opinions", operation_id = "opinionDecisions",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Waiting, description = "Posts"), Looking, AtDesk))]
pub async fn decisions(here: Here) -> Result<Json<Waiting>, Wrong> {
    let read = reads::inbox(&here, Filter::default()).await?;
    Ok(Json(Waiting { posts: read.decide.iter().map(PostShape::of).collect() }))
}

async fn decided(here: &Here, decision: Decision, headers: &HeaderMap) -> Result<StatusCode, Wrong> {
    answered(here, decide::decide(here, decision, Once::header(headers)).await)
}

/// The second hand of a hiding; not of somebody whom it is about, and not the first.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/decisions/{id}/hiding", tag = "opinions", operation_id = "decideHiding",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionDecision,
    responses((status = 204, description = "Decided"), Looking, AtDesk, Changing))]
pub async fn decide_hide(
    here: Here,
    Values(Named { id: post }): Values<Named<PostId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionDecision>,
) -> Result<StatusCode, Wrong> {
    decided(&here, Decision { post, hidden: body.hidden, appeal: false }, &headers).await
}

/// Decides on the appeal of whoever said it; not somebody whom it is about, and not whoever first asked for hiding.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/decisions/{id}/appeal", tag = "opinions", operation_id = "decideAppeal",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionDecision,
    responses((status = 204, description = "Decided"), Looking, AtDesk, Changing))]
pub async fn decide_appeal(
    here: Here,
    Values(Named { id: post }): Values<Named<PostId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionDecision>,
) -> Result<StatusCode, Wrong> {
    decided(&here, Decision { post, hidden: body.hidden, appeal: true }, &headers).await
}
