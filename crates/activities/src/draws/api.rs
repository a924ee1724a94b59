//! The published draw for programs; paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use kernel::api::{Api, Wrong};
use kernel::house::House;
use kernel::routes;
use stations::One;

use super::rules::Sheet;
use super::web::read;
use crate::OccurrenceId;
use crate::failures::Looking;

pub fn api() -> Api {
    Api::new().routes(routes!(draw))
}

/// A draw as it is published: the hash of the seed before, numbers and seed after. Nobody is named. docs/draws.md says how anybody
/// draws it again.
#[utoipa::path(get, path = "/stations/{slug}/occurrences/{id}/draw", tag = "activities", operation_id = "draw",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The draw", body = Sheet), Looking))]
async fn draw(State(house): State<House>, time: One<OccurrenceId>) -> Result<Json<Sheet>, Wrong> {
    Ok(Json(read(&house, &time.station, time.id).await?))
}
