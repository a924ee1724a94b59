//! What the desk reads, and whom it has called.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Ask as Values, At as Path, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use serde::Deserialize;
use stations::{Here, Named};
use utoipa::IntoParams;

use super::shapes::{LineShape, LinesShape, WholeShape};
use super::sums::{AsksShape, MonthShape};
use crate::desk::{by, reads};
use crate::failures::{AtDesk, Changing, Looking};
use crate::{AskId, WishId, acts};

/// All wishes of the station, by what is to be done. Whose they are stands nowhere in the list.
#[utoipa::path(get, path = "/stations/{slug}/desk/wishes", tag = "wishes", operation_id = "wishesAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = LinesShape, description = "Wishes"), Looking, AtDesk))]
pub async fn list(here: Here) -> Result<Json<LinesShape>, Wrong> {
    let desk = reads::desk(&here).await?;
    Ok(Json(LinesShape { wishes: desk.lines.iter().map(LineShape::of).collect() }))
}

/// One wish. Name and number are there for whoever wrote it down and for managers; whoever only looks at it reads neither.
#[utoipa::path(get, path = "/stations/{slug}/desk/wishes/{id}", tag = "wishes", operation_id = "wishAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = WholeShape, description = "The wish"), Looking, AtDesk))]
pub async fn one(here: Here, Path(Named { id }): Path<Named<WishId>>) -> Result<Json<WholeShape>, Wrong> {
    Ok(Json(WholeShape::of(&reads::whole(&here, id).await?)))
}

/// Who would like to be called about a wish of their own.
#[utoipa::path(get, path = "/stations/{slug}/desk/wishes/asks", tag = "wishes", operation_id = "wishAsks",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = AsksShape, description = "People"), Looking, AtDesk))]
pub async fn asks(here: Here) -> Result<Json<AsksShape>, Wrong> {
    let desk = reads::desk(&here).await?;
    Ok(Json(AsksShape::of(&desk.asks)))
}

/// Somebody was called: their name and number are erased.
#[utoipa::path(delete, path = "/stations/{slug}/desk/wishes/asks/{id}", tag = "wishes", operation_id = "wishAskDone",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Erased"), Looking, AtDesk, Changing))]
pub async fn ask_done(
    here: Here,
    Path(Named { id }): Path<Named<AskId>>,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("asked", id));
    acts::ask_done(&here.house, &here.desk.station, id, by).await?;
    Ok(StatusCode::NO_CONTENT)
}

kernel::failures! {
    /// What a look at a month may answer beside the others.
    pub OfAMonth { 422: "It is no month; `fields` say why" }
}

/// Which month.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct WhichMonth {
    /// Without one, the last that is over.
    #[param(example = "2026-06")]
    month: String,
}

/// Four sums of a month that is over.
#[utoipa::path(get, path = "/stations/{slug}/desk/wishes/month", tag = "wishes", operation_id = "wishMonth",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), WhichMonth),
    responses((status = 200, body = MonthShape, description = "The month"), Looking, AtDesk, OfAMonth))]
pub async fn month(here: Here, Values(which): Values<WhichMonth>) -> Result<Json<MonthShape>, Wrong> {
    let asked = reads::read_month(&which.month);
    if asked.is_none() && !which.month.is_empty() {
        let mut problems = Problems::default();
        problems.add("month", "wishes-desk-wrong-month");
        return Err(Problem::fields(&here.v, &problems).into());
    }
    Ok(Json(MonthShape::of(&reads::month(&here, asked).await?)))
}
