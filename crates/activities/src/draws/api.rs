//! The published draw for programs; paths are relative to `/api/v1`.
use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use kernel::api::{Api, Problem, Wrong};
use kernel::house::House;
use kernel::routes;
use stations::One;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use super::rules::Sheet;
use super::web::read;
use crate::OccurrenceId;

pub fn api() -> Api {
    Api::new().routes(routes!(draw))
}

/// What a look may answer.
struct Looking;

impl IntoResponses for Looking {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let one = |what: &str| {
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
            RefOr::T(ResponseBuilder::new().description(what).content("application/problem+json", content).build())
        };
        let all = [
            ("400", "The request cannot be read"),
            ("404", "There is no such station, or no draw of such a time"),
            ("503", "Too much to do, or the database is away: try again"),
        ];
        all.into_iter().map(|(status, what)| (status.to_owned(), one(what))).collect()
    }
}

/// A draw as it is published: the hash of the seed before, numbers and seed after. Nobody is named. docs/draws.md says how anybody
/// draws it again.
#[utoipa::path(get, path = "/stations/{slug}/occurrences/{id}/draw", tag = "activities", operation_id = "draw",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The draw", body = Sheet), Looking))]
async fn draw(State(house): State<House>, time: One<OccurrenceId>) -> Result<Json<Sheet>, Wrong> {
    Ok(Json(read(&house, &time.station, time.id).await?))
}
