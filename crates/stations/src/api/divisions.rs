//! Finding divisions, for programs.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, Problem, Wrong};
use kernel::form::Problems;
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::check::{in_range, none_wrong};
use crate::directory;
use crate::rules::division::{Division, VILLAGES};

/// Characters of a search.
const LONGEST_SEARCH: i64 = 40;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DivisionsAsked {
    /// The first digits of a code, 2 to 12 of them.
    #[param(nullable = false, minimum = 10, maximum = 999_999_999_999_i64)]
    prefix: Option<i64>,
    /// A part of a name, after the names of areas around it if wanted: `平安 三合`.
    #[param(nullable = false, max_length = 40)]
    name: Option<String>,
}

/// Townships and villages, in the order of codes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Divisions)]
pub struct DivisionsBody {
    /// 60 at most: narrow the search for others.
    divisions: Vec<Division>,
}

/// Divisions by the start of their code or a part of their name.
#[utoipa::path(get, path = "/divisions", tag = "stations", params(DivisionsAsked),
    responses((status = 200, body = DivisionsBody), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub async fn divisions(
    State(house): State<House>,
    v: View,
    Ask(ask): Ask<DivisionsAsked>,
) -> Result<Json<DivisionsBody>, Wrong> {
    let mut wrong = Problems::default();
    in_range(&mut wrong, "prefix", ask.prefix.unwrap_or(10), 10..=*VILLAGES.end());
    let letters = ask.name.as_ref().map_or(0, |name| name.chars().count());
    in_range(&mut wrong, "name", letters.try_into().unwrap_or(i64::MAX), 0..=LONGEST_SEARCH);
    none_wrong(&v, wrong)?;
    let found = house.db.read(move |c| directory::divisions(c, ask.prefix, ask.name.as_deref())).await?;
    Ok(Json(DivisionsBody { divisions: found }))
}
