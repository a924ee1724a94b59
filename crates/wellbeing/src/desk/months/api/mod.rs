//! The calls of the months at the desk: the same acts as the pages have, by the same rules. Managers only. Paths are relative to
//! `/api/v1`.
mod shapes;

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{Api, At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::routes;
use serde::Deserialize;
use stations::HereAsManager;

use super::asked::{NewCorrection, NewResidents};
use super::{by, reads};
use crate::months::acts;
use shapes::{CorrectedShape, DeskShape, DiffersShape};

pub fn api() -> Api {
    Api::new().routes(routes!(months)).routes(routes!(set)).routes(routes!(look, publish))
}

kernel::failures! {
    /// What every call may answer.
    pub AtDesk {
        400: "The request cannot be read",
        401: "Nobody of staff is signed in",
        404: "There is no such station or month, or you are no manager of the station",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every change may answer beside that.
    pub Changing {
        409: "Nothing differs, the month is not made yet, or the correction would change something else by now than what was looked at",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so; `fields` say which and why. Or the key was used for another request",
    }
}

/// Which month the path names.
#[derive(Debug, Deserialize)]
pub struct OfMonth {
    month: String,
}

impl OfMonth {
    /// Its first day.
    fn first(&self) -> Result<Date, Fault> {
        reads::month(&self.month).ok_or(Fault::NotFound)
    }
}

/// Which months were published, which is made next, and how many people live here. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/months", tag = "wellbeing", operation_id = "deskMonths",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = DeskShape, description = "The months"), AtDesk))]
async fn months(HereAsManager(here): HereAsManager) -> Result<Json<DeskShape>, Wrong> {
    let desk = reads::desk(&here).await?;
    Ok(Json(DeskShape::of(&desk)))
}

/// Writes down how many people live in the township, by a statistic. Later months are told per hundred of them; a month that is
/// published changes only by a correction. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/months/residents", tag = "wellbeing", operation_id = "setResidents",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewResidents, responses((status = 204, description = "Written down"), AtDesk, Changing))]
async fn set(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(new): Body<NewResidents>,
) -> Result<StatusCode, Wrong> {
    let today = here.v.when(&here.desk.station.zone).today();
    let residents = new.checked(today).map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("residents", &new));
    let done = acts::set_residents(&here.house, &here.desk.station, residents, by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a correction would change, counted from the facts as they are now. Publishes nothing. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/months/{month}/correction", tag = "wellbeing", operation_id = "previewMonthCorrection",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("month" = String, Path, description = "The month", example = "2026-06")),
    responses((status = 200, body = DiffersShape, description = "The figures that would change; none if nothing differs"), AtDesk))]
async fn look(HereAsManager(here): HereAsManager, Values(of): Values<OfMonth>) -> Result<Json<DiffersShape>, Wrong> {
    let month = of.first()?;
    let differs = reads::differs(&here, month).await.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(DiffersShape::of(month, &differs)))
}

/// Publishes the correction that was looked at as the month's next revision, with why, for everybody to read. The earlier revision
/// stays. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/months/{month}/correction", tag = "wellbeing", operation_id = "correctMonth",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("month" = String, Path, description = "The month", example = "2026-06"),
        ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewCorrection, responses((status = 201, body = CorrectedShape, description = "Published"), AtDesk, Changing))]
async fn publish(
    HereAsManager(here): HereAsManager,
    Values(of): Values<OfMonth>,
    headers: HeaderMap,
    Body(asked): Body<NewCorrection>,
) -> Result<(StatusCode, Json<CorrectedShape>), Wrong> {
    let month = of.first()?;
    let why = asked.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    let done = reads::publish(&here, (month, &why), (&asked, key)).await;
    let revision = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(CorrectedShape::of(month, revision))))
}
