//! Looking at clubs.
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::api::{At as Values, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use people::{MaybeResident, PersonId};
use serde::Serialize;
use stations::{At, Station};
use utoipa::ToSchema;

use super::shapes::{ClubShape, ListedShape};
use crate::ClubId;
use crate::clubs::reads;
use crate::desk::here::Named;
use crate::public::api::failures::Reading;

/// The clubs of a station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clubs)]
pub struct ClubsShape {
    pub clubs: Vec<ListedShape>,
}

/// The clubs of a station, those first that meet next.
#[utoipa::path(get, path = "/stations/{slug}/clubs", tag = "venues", operation_id = "clubs",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Clubs", body = ClubsShape), Reading))]
pub async fn clubs(State(house): State<House>, at: At) -> Result<Json<ClubsShape>, Wrong> {
    let all = reads::listed(&house, &at.station).await?;
    Ok(Json(ClubsShape { clubs: all.iter().map(|l| ListedShape::of(l, &at.station)).collect() }))
}

/// One club; signed in, with what you are to it.
#[utoipa::path(get, path = "/stations/{slug}/clubs/{id}", tag = "venues", operation_id = "club",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The club", body = ClubShape), Reading))]
pub async fn club(
    State(house): State<House>,
    v: View,
    at: At,
    who: MaybeResident,
    Values(Named { id }): Values<Named<ClubId>>,
) -> Result<Json<ClubShape>, Wrong> {
    Ok(Json(shape(&house, &v, &at.station, (id, who.0)).await?))
}

pub async fn shape(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    (id, viewer): (ClubId, Option<PersonId>),
) -> Result<ClubShape, Fault> {
    let page = reads::page(house, station, id, viewer).await?;
    Ok(ClubShape::of(v, station, &page))
}
