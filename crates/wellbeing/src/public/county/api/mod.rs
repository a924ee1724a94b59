//! The county's months for programs. Paths are relative to `/api/v1`.
mod shapes;

use axum::Json;
use axum::extract::State;
use kernel::api::{Api, At as Values, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::routes;
use serde::Deserialize;

use super::reads;
use shapes::{CountyMonth, CountyMonths};

pub fn api() -> Api {
    Api::new().routes(routes!(months)).routes(routes!(month))
}

kernel::failures! {
    /// How asking can fail.
    pub Asking {
        400: "The request cannot be read",
        404: "There is no such area or month, or fewer than three of its stations have published it",
        503: "Too much to do, or the database is away: try again",
    }
}

/// Which area the path names.
#[derive(Debug, Deserialize)]
pub struct OfArea {
    code: String,
}

/// Which month of which area.
#[derive(Debug, Deserialize)]
pub struct OfMonth {
    code: String,
    month: String,
}

/// The months of which an area has a sheet: those that three stations or more have published.
#[utoipa::path(get, path = "/counties/{code}/months", tag = "wellbeing", operation_id = "countyMonths",
    params(("code" = String, Path, description = "Of a province (2 digits), a city (4) or a county (6)", example = "630203")),
    responses((status = 200, body = CountyMonths, description = "The months, the newest first"), Asking))]
async fn months(State(house): State<House>, Values(of): Values<OfArea>) -> Result<Json<CountyMonths>, Wrong> {
    let (place, months) = reads::months(&house, of.code).await?;
    Ok(Json(CountyMonths::of(&place, &months)))
}

/// What the stations of an area have published of a month, added up. No station is named or has a number of its own, nothing is put in
/// an order, and nothing is of fewer than three stations or of fewer than ten of what is counted.
#[utoipa::path(get, path = "/counties/{code}/months/{month}", tag = "wellbeing", operation_id = "countyMonth",
    params(("code" = String, Path, description = "Of a province (2 digits), a city (4) or a county (6)", example = "630203"),
        ("month" = String, Path, example = "2026-06")),
    responses((status = 200, body = CountyMonth, description = "The sheet, with the sum that its text has"), Asking))]
async fn month(State(house): State<House>, Values(of): Values<OfMonth>) -> Result<Json<CountyMonth>, Wrong> {
    let month = reads::month(&of.month).ok_or(Fault::NotFound)?;
    let (_, sheet) = reads::sheet(&house, of.code, month).await?;
    Ok(Json(CountyMonth::of(&sheet)?))
}
