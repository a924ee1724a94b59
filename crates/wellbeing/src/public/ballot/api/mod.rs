//! The survey for programs: the same acts as the pages have, by the same rules. Paths are relative to `/api/v1`.
mod shapes;

use axum::Json;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{Api, Ask, Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::{Peer, View};
use stations::At;

use super::answering;
use super::forms::Which;
use super::reads;
use shapes::{SurveyAnswer, SurveyTip, SurveysShape};

pub fn api() -> Api {
    Api::new().routes(routes!(survey)).routes(routes!(draw)).routes(routes!(answer)).routes(routes!(tip))
}

kernel::failures! {
    /// What every call may answer.
    pub Looking {
        400: "The request cannot be read",
        404: "There is no such station or survey",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What an answer or a tip may get beside that.
    pub Sending {
        409: "Nothing is asked today, or the code was used already, taken back or never printed: nobody can tell which",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so; nothing is spent",
        429: "Too many from one address; `Retry-After` says when to try again",
    }
}

/// The survey that is not over, and what came of earlier ones. How many have answered is told from ten on.
#[utoipa::path(get, path = "/stations/{slug}/survey", tag = "wellbeing", operation_id = "survey", security(()),
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, body = SurveysShape, description = "The surveys"), Looking))]
async fn survey(State(house): State<House>, at: At) -> Result<Json<SurveysShape>, Wrong> {
    let asked = reads::asked(&house, &at.station).await?;
    Ok(Json(SurveysShape::of(&asked)))
}

/// The draw of households as anybody verifies it (`yizhan draw verify`): its sum is that of these bytes. Of the survey that is
/// named, else of the one that is not over, else of the last one.
#[utoipa::path(get, path = "/stations/{slug}/survey/draw", tag = "wellbeing", operation_id = "surveyDraw", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("survey" = Option<String>, Query, format = Uuid, description = "Of this survey")),
    responses((status = 200, body = Object, content_type = "application/json", description = "Format `yizhan-households-1`"), Looking))]
async fn draw(State(house): State<House>, at: At, Ask(which): Ask<Which>) -> Result<Response, Wrong> {
    let text = reads::draw(&house, &at.station, which.survey.as_deref()).await?;
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

/// Answers with a ballot of paper. No name and no session. A repeated key is remembered for ten minutes, in memory only: a row that kept
/// one would say when somebody answered.
#[utoipa::path(post, path = "/stations/{slug}/survey/answers", tag = "wellbeing", operation_id = "answerSurvey", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = SurveyAnswer, responses((status = 204, description = "Taken"), Looking, Sending))]
async fn answer(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    headers: HeaderMap,
    Body(sent): Body<SurveyAnswer>,
) -> Result<Response, Wrong> {
    let (code, given) = sent.read().map_err(|p| Problem::fields(&v, &p))?;
    let done = answering::answer(&house, &at.station, (&code, given), (&peer, Once::header(&headers))).await;
    done.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::NO_CONTENT, [(CACHE_CONTROL, "private, no-store")]).into_response())
}

/// Says that somebody was told what to answer, while answers are taken. It is counted, and that is all; a repeated key is remembered
/// in memory only.
#[utoipa::path(post, path = "/stations/{slug}/survey/tips", tag = "wellbeing", operation_id = "tipSurvey", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = SurveyTip, responses((status = 204, description = "Counted"), Looking, Sending))]
async fn tip(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    headers: HeaderMap,
    Body(sent): Body<SurveyTip>,
) -> Result<StatusCode, Wrong> {
    let done = answering::tip(&house, &at.station, sent.by_whom.read(), (&peer, Once::header(&headers))).await;
    done.map_err(|not| Wrong::of(&v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
