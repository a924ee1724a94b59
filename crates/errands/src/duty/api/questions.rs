//! 首问 for programs.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::{FullQuestion, QuestionShape};
use super::wrong;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Named};
use crate::duty::QuestionId;
use crate::duty::acts;
use crate::duty::answers;
use crate::duty::asked::{NewFirstAsked, NewFirstAskedStep};
use crate::duty::keyed;

/// What is open, the worst first, and what was closed in the last seven days.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FirstAskedList)]
pub struct List {
    open: Vec<QuestionShape>,
    closed: Vec<QuestionShape>,
}

/// All that is open: broken promises first, then what is overdue, then by deadline.
#[utoipa::path(get, path = "/stations/{slug}/first-asked", tag = "duty", operation_id = "firstAsked",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = List, description = "Questions"), Reading))]
pub async fn list(here: Here) -> Result<Json<List>, Wrong> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::questions(c, &house, &station, now)).await?;
    let shapes = |all: &[answers::Question]| -> Vec<QuestionShape> {
        all.iter().map(|q| QuestionShape::of(&here.v, &here.desk.station, q)).collect()
    };
    Ok(Json(List { open: shapes(&all.open), closed: shapes(&all.closed) }))
}

async fn full(here: &Here, id: QuestionId) -> Result<FullQuestion, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = here.house.db.snapshot(move |c: &mut Conn| answers::question(c, &house, &station, id, now)).await?;
    Ok(FullQuestion::of(&here.v, &here.desk.station, &read))
}

/// Writes a question down; whoever does so answers for it.
#[utoipa::path(post, path = "/stations/{slug}/first-asked", tag = "duty", operation_id = "writeFirstAsked",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewFirstAsked,
    responses((status = 201, body = FullQuestion, description = "Written down"), Reading, Changing))]
pub async fn ask(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewFirstAsked>,
) -> Result<(StatusCode, Json<FullQuestion>), Wrong> {
    let question = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &keyed::question(&here, &new));
    let done = acts::ask(&here.house, &here.desk.station, question, (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, Json(full(&here, id).await?)))
}

/// One question, with its log.
#[utoipa::path(get, path = "/stations/{slug}/first-asked/{id}", tag = "duty", operation_id = "oneFirstAsked",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = FullQuestion, description = "The question"), Reading))]
pub async fn one(here: Here, At(Named { id }): At<Named<QuestionId>>) -> Result<Json<FullQuestion>, Wrong> {
    Ok(Json(full(&here, id).await?))
}

/// One press. "Come another day" without a time and somebody who is there is refused.
#[utoipa::path(post, path = "/stations/{slug}/first-asked/{id}/steps", tag = "duty", operation_id = "stepFirstAsked",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewFirstAskedStep,
    responses((status = 200, body = FullQuestion, description = "How it stands now"), Reading, Changing))]
pub async fn step(
    here: Here,
    At(Named { id }): At<Named<QuestionId>>,
    headers: HeaderMap,
    Body(new): Body<NewFirstAskedStep>,
) -> Result<Json<FullQuestion>, Wrong> {
    let wish = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, keyed::step(&here, &new)));
    let done = acts::step(&here.house, &here.desk.station, (id, wish), (keyed::me(&here), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(Json(full(&here, id).await?))
}
