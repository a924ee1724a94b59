//! How calls fail: with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::Problem;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

fn documented(all: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let schema = Ref::from_schema_name(Problem::name());
    let one = |what: &str| {
        let content = ContentBuilder::new().schema(Some(schema.clone())).build();
        ResponseBuilder::new().description(what).content("application/problem+json", content).build()
    };
    all.iter().map(|(status, what)| ((*status).to_owned(), RefOr::T(one(what)))).collect()
}

/// What every look may answer.
pub struct Looking;

impl IntoResponses for Looking {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("400", "The query cannot be read"),
            ("404", "There is no such station, or nothing of that name there"),
            ("503", "Too much to do, or the database is away: try again"),
        ])
    }
}

/// What every call of the desk may answer.
pub struct Reading;

impl IntoResponses for Reading {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("400", "The request cannot be read"),
            ("401", "Nobody is signed in"),
            ("404", "There is no such station, or nothing of that name that you may see"),
            ("422", "A value cannot be read; `fields` or `detail` say which and why"),
            ("503", "Too much to do, or the database is away: nothing was changed; try again"),
        ])
    }
}

/// What every change may answer beside [`Looking`] or [`Reading`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("409", "A rule says no as things stand"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("422", "A value cannot be so, or the key was used for another request"),
            ("429", "Too much from one address; `Retry-After` says when to try again"),
        ])
    }
}
