//! Looking at rounds.
use axum::Json;
use axum::extract::State;
use kernel::api::{At as Values, Wrong};
use kernel::house::House;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::shapes::RoundShape;
use crate::RoundId;
use crate::desk::here::Named;
use crate::public::api::failures::Reading;
use crate::seasons::reads;
use crate::seasons::rules::Sheet;

/// The season rounds of a station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonRounds)]
pub struct RoundsShape {
    pub rounds: Vec<RoundShape>,
}

/// The season rounds of a station, the newest first.
#[utoipa::path(get, path = "/stations/{slug}/seasons", tag = "venues", operation_id = "seasonRounds",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Rounds", body = RoundsShape), Reading))]
pub async fn rounds(State(house): State<House>, at: At) -> Result<Json<RoundsShape>, Wrong> {
    let (all, now) = (reads::all(&house, &at.station).await?, house.now());
    Ok(Json(RoundsShape { rounds: all.iter().map(|r| RoundShape::of(&at.station, r, now)).collect() }))
}

/// One round as it is published: terms, applications once they are locked, result, reasons and seed once there is one.
///
/// These bytes are what `yizhan season verify FILE` computes again.
#[utoipa::path(get, path = "/stations/{slug}/seasons/{id}", tag = "venues", operation_id = "seasonRound",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The published round", body = Sheet), Reading))]
pub async fn round(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<Json<Sheet>, Wrong> {
    Ok(Json(reads::look(&house, &at.station, id).await?.sheet(&at.station)))
}
