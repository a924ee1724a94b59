//! A survey from its seed to its draw. Managers only.
use axum::Json;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use kernel::api::{At as Values, Body, Wrong};
use kernel::lottery::Published as _;
use kernel::once::Once;
use stations::{HereAsManager, Named};

use super::shapes::{DrawnShape, MadeShape, ProgressShape};
use super::{AtDesk, Changing};
use crate::desk::survey::asked::{NewSurvey, NewSurveyList, Number};
use crate::desk::survey::{by, reads};
use crate::{SurveyId, acts};

pub type Of = Values<Named<SurveyId>>;

/// The request's key.
pub fn key(headers: &HeaderMap) -> &str {
    Once::header(headers).unwrap_or_default()
}

/// Begins a survey: draws its seed and publishes the seed's hash. A station has one survey at a time. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/surveys", tag = "wellbeing", operation_id = "makeSurvey",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSurvey, responses((status = 201, body = MadeShape, description = "Begun"), AtDesk, Changing))]
pub async fn make(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(new): Body<NewSurvey>,
) -> Result<(StatusCode, Json<MadeShape>), Wrong> {
    let new = new.read();
    let by = by(&here, key(&headers), &("make", &new));
    let done = acts::make(&here.house, &here.desk.station, new, by).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?.to_string();
    Ok((StatusCode::CREATED, Json(MadeShape { id })))
}

/// How far a survey is, and its result once it is over. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/surveys/{id}", tag = "wellbeing", operation_id = "deskSurvey",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = ProgressShape, description = "The survey"), AtDesk))]
pub async fn one(HereAsManager(here): HereAsManager, Values(Named { id }): Of) -> Result<Json<ProgressShape>, Wrong> {
    let far = reads::one(&here, id).await?;
    Ok(Json(ProgressShape::of(&far)))
}

/// Hands in the list of households in place of an earlier one, until households are drawn from it. It is kept sealed, and deleted when
/// the survey is over. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/surveys/{id}/list", tag = "wellbeing", operation_id = "putSurveyList",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSurveyList, responses((status = 204, description = "Kept"), AtDesk, Changing))]
pub async fn list(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(list): Body<NewSurveyList>,
) -> Result<StatusCode, Wrong> {
    let homes = list.read();
    let by = by(&here, key(&headers), &("list", id, &homes));
    let done = acts::list(&here.house, &here.desk.station, (id, homes), by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Draws the households by the seed that was fixed, and reveals the seed. It is done once. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/surveys/{id}/draw", tag = "wellbeing", operation_id = "drawSurvey",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Drawn"), AtDesk, Changing))]
pub async fn draw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("draw", id));
    acts::draw(&here.house, &here.desk.station, id, by).await.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// The published draw as anybody verifies it (`yizhan wellbeing verify`): its sum is that of these bytes. Managers only; the
/// same of the survey that runs is everybody's.
#[utoipa::path(get, path = "/stations/{slug}/desk/surveys/{id}/draw", tag = "wellbeing", operation_id = "deskSurveyDraw",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = Object, content_type = "application/json", description = "Format `yizhan-households-1`"), AtDesk))]
pub async fn sheet(HereAsManager(here): HereAsManager, Values(Named { id }): Of) -> Result<Response, Wrong> {
    let sheet = reads::sheet(&here, id).await?;
    Ok(([(CONTENT_TYPE, "application/json")], sheet.text()).into_response())
}

/// The households that are asked, for the visit; none before the draw and after the end. Who of them has answered is known to
/// nobody. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/surveys/{id}/households", tag = "wellbeing", operation_id = "surveyHouseholds",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = [DrawnShape], description = "By their lines"), AtDesk))]
pub async fn homes(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
) -> Result<Json<Vec<DrawnShape>>, Wrong> {
    let (_, homes) = reads::homes(&here, id).await?;
    Ok(Json(homes.into_iter().map(DrawnShape::of).collect()))
}

/// In how many of the drawn households nobody lives: in all, not how many more. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/surveys/{id}/empty", tag = "wellbeing", operation_id = "setEmptyHouses",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = Number, responses((status = 204, description = "Written down"), AtDesk, Changing))]
pub async fn empty(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(Number { n }): Body<Number>,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("empty", id, n));
    let done = acts::not_eligible(&here.house, &here.desk.station, (id, n), by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
