//! Reading stations.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, Problem, Wrong};
use kernel::form::Problems;
use kernel::house::House;
use kernel::view::View;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::{StationBody, StationWithOwners, StationsBody};
use super::check::{in_range, none_wrong};
use crate::at::At;
use crate::rules::division::TOWNSHIPS;
use crate::store;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Only stations in this area: the first 2, 4, 6 or 9 digits of their division code.
    #[param(nullable = false, minimum = 10, maximum = 999_999_999)]
    division: Option<i64>,
    /// Only stations after this id: `next` of the page before.
    #[param(nullable = false, minimum = 0)]
    after: Option<i64>,
    /// At most this many (100 when not said).
    #[param(nullable = false, minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

const USUAL_LIMIT: i64 = 100;
const LARGEST_LIMIT: i64 = 500;

/// Stations, everywhere or in one area.
#[utoipa::path(get, path = "/stations", tag = "stations", params(Listing),
    responses((status = 200, body = StationsBody), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub async fn stations(
    State(house): State<House>,
    v: View,
    Ask(ask): Ask<Listing>,
) -> Result<Json<StationsBody>, Wrong> {
    let (limit, within, after) = (ask.limit.unwrap_or(USUAL_LIMIT), ask.division, ask.after.unwrap_or(0));
    let mut wrong = Problems::default();
    in_range(&mut wrong, "limit", limit, 1..=LARGEST_LIMIT);
    in_range(&mut wrong, "division", within.unwrap_or(10), 10..=*TOWNSHIPS.end());
    in_range(&mut wrong, "after", after, 0..=i64::MAX);
    none_wrong(&v, wrong)?;
    let mut found = house.db.read(move |c| store::stations::listed(c, within, after, limit + 1)).await?;
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = if more { found.last().map(|s| s.id.0) } else { None };
    Ok(Json(StationsBody { stations: found.iter().map(StationBody::of).collect(), next }))
}

/// One station.
#[utoipa::path(get, path = "/stations/{slug}", tag = "stations", params(("slug" = String, Path)),
    responses((status = 200, body = StationWithOwners), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn station(State(house): State<House>, At { station }: At) -> Result<Json<StationWithOwners>, Wrong> {
    Ok(Json(StationWithOwners::of(&house, &station).await?))
}
