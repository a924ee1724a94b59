//! Months for programs. Paths are relative to `/api/v1`.
mod counted;
mod shapes;

use axum::Json;
use axum::extract::State;
use kernel::api::{Api, Ask, At as Values, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::routes;
use serde::Deserialize;
use stations::At;

use super::dictionary::{self, DictionaryRow};
use super::reads;
use shapes::{MonthRows, PublishedMonth};

pub fn api() -> Api {
    Api::new().routes(routes!(list)).routes(routes!(one)).routes(routes!(words))
}

kernel::failures! {
    /// How asking can fail.
    pub Asking {
        400: "The request cannot be read",
        404: "There is no such station, month or revision",
        503: "Too much to do, or the database is away: try again",
    }
}

/// Which month the path names; its `{slug}` is read by [`At`].
#[derive(Debug, Deserialize)]
pub struct OfMonth {
    month: String,
}

/// Which revision; the newest where none is named.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    revision: Option<u32>,
}

/// The months that a station has published, with all revisions.
#[utoipa::path(get, path = "/stations/{slug}/months", tag = "wellbeing", operation_id = "months",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, body = MonthRows, description = "The newest month first, and of each the newest revision first"), Asking))]
async fn list(State(house): State<House>, at: At) -> Result<Json<MonthRows>, Wrong> {
    Ok(Json(MonthRows::of(&reads::all(&house, &at.station).await?)))
}

/// A month as it was published, byte for byte: what was counted, every figure with its range, n, source and gaps, what changed, all
/// corrections, and the survey that ended in the month. `yizhan wellbeing verify` calculates it again.
#[utoipa::path(get, path = "/stations/{slug}/months/{month}", tag = "wellbeing", operation_id = "month",
    params(("slug" = String, Path, description = "The station's slug"), ("month" = String, Path, example = "2026-06"),
        ("revision" = Option<u32>, Query, description = "An earlier revision; the newest where none is named")),
    responses((status = 200, body = PublishedMonth, description = "The sheet, with the sum that its text has"), Asking))]
async fn one(
    State(house): State<House>,
    at: At,
    Values(of): Values<OfMonth>,
    Ask(which): Ask<Which>,
) -> Result<Json<PublishedMonth>, Wrong> {
    let month = reads::first_day(&of.month).ok_or(Fault::NotFound)?;
    let found = reads::month(&house, &at.station, month, which.revision).await?;
    Ok(Json(PublishedMonth::of(&found.text)?))
}

/// The data dictionary: what each member of a month's sheet and each column of its files means, where it comes from and what it does
/// not see.
#[utoipa::path(get, path = "/months/dictionary", tag = "wellbeing", operation_id = "monthsDictionary",
    responses((status = 200, body = [DictionaryRow], description = "All rows, in the order of the sheet"), Asking))]
async fn words() -> Result<Json<Vec<DictionaryRow>>, Wrong> {
    Ok(Json(dictionary::all()))
}
