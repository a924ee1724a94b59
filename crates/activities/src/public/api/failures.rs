//! How calls fail: with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::Problem;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

fn problems<const N: usize>(all: [(u16, &str); N]) -> BTreeMap<String, RefOr<Response>> {
    all.into_iter()
        .map(|(status, what)| {
            let schema = Some(Ref::from_schema_name(Problem::name()));
            let content = ContentBuilder::new().schema(schema).build();
            let one = ResponseBuilder::new().description(what).content("application/problem+json", content);
            (status.to_string(), RefOr::T(one.build()))
        })
        .collect()
}

/// What every look may answer.
pub struct Looking;

impl IntoResponses for Looking {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems([
            (400, "The query cannot be read"),
            (404, "There is no such station, or nothing of that name there"),
            (503, "Too much to do, or the database is away: try again"),
        ])
    }
}

/// What a call of staff may answer beside [`Looking`].
pub struct AtDesk;

impl IntoResponses for AtDesk {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems([(401, "Nobody is signed in as staff")])
    }
}

/// What every change may answer beside [`Looking`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems([
            (
                409,
                "It does not follow from how things stand: the room is taken, it has begun, somebody else changed it",
            ),
            (413, "The body is too large"),
            (415, "The body is not JSON"),
            (422, "A value cannot be so; `fields` say which and why. What a rule leaves open is asked back there"),
        ])
    }
}
