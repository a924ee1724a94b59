//! Ballots: printed and taken back by managers, typed in by everybody of staff.
use axum::Json;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use stations::{Here, HereAsManager, Named};

use super::manage::{Of, key};
use super::shapes::{BackShape, CodesShape};
use super::{AtDesk, Changing};
use crate::acts;
use crate::desk::survey::asked::{Number, TypedSurveyAnswer};
use crate::desk::survey::by;

type NoStore = [(HeaderName, &'static str); 1];

/// Codes are for nobody on the way.
const NO_STORE: NoStore = [(CACHE_CONTROL, "private, no-store")];

/// Codes of more ballots, up to 500 at once. They are told this once and kept as hashes only; the same request sent again is refused. A
/// ballot leads to `/s/{slug}/survey?ballot=CODE`. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/surveys/{id}/ballots", tag = "wellbeing", operation_id = "printBallots",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = Number, responses((status = 201, body = CodesShape, description = "The codes"), AtDesk, Changing))]
pub async fn print(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(number): Body<Number>,
) -> Result<(StatusCode, NoStore, Json<CodesShape>), Wrong> {
    let n = number.of_ballots().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("print", id, n));
    let codes = acts::print(&here.house, &here.desk.station, (id, n), by).await;
    let codes = codes.map_err(|not| Wrong::of(&here.v, not))?;
    let codes = CodesShape { codes: codes.iter().map(|code| code.text()).collect() };
    Ok((StatusCode::CREATED, NO_STORE, Json(codes)))
}

/// Makes every ballot useless that is out and was not used. Nobody knows which households had them. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/surveys/{id}/taken-back", tag = "wellbeing", operation_id = "takeBallotsBack",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = BackShape, description = "How many that were"), AtDesk, Changing))]
pub async fn take_back(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    headers: HeaderMap,
) -> Result<Json<BackShape>, Wrong> {
    let by = by(&here, key(&headers), &("take-back", id));
    let done = acts::take_back(&here.house, &here.desk.station, id, by).await;
    Ok(Json(BackShape { n: done.map_err(|not| Wrong::of(&here.v, not))? }))
}

/// Types in an answer from paper, or of somebody who was asked, for the survey that is open. A repeated key is remembered
/// for ten minutes, in memory only: a row that kept one would say when somebody answered.
#[utoipa::path(post, path = "/stations/{slug}/desk/surveys/answers", tag = "wellbeing", operation_id = "typeAnswer",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = TypedSurveyAnswer, responses((status = 204, description = "Taken"), AtDesk, Changing))]
pub async fn type_in(
    here: Here,
    headers: HeaderMap,
    Body(typed): Body<TypedSurveyAnswer>,
) -> Result<StatusCode, Wrong> {
    let (code, given) = typed.read().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::answer(&here.house, &here.desk.station, (&code, Once::header(&headers)), given).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
