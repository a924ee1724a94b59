//! How calls fail: with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::Problem;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

fn problems(all: &[(u16, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let one = |what: &str| {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
        ResponseBuilder::new().description(what).content("application/problem+json", content).build()
    };
    all.iter().map(|(status, what)| (status.to_string(), RefOr::T(one(what)))).collect()
}

/// What every look may answer.
pub struct Looking;

impl IntoResponses for Looking {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (404, "There is no such station, or nothing of that name that you may see"),
            (503, "Too much to do, or the database is away: nothing was changed; try again"),
        ])
    }
}

/// What every change may answer beside [`Looking`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (400, "The request cannot be read"),
            (409, "A rule says no as things stand"),
            (413, "The body is too large"),
            (415, "The body is not JSON"),
            (422, "A value cannot be so, or the key was used for another request"),
        ])
    }
}

/// What calls of the desk may answer beside the others.
pub struct SignedIn;

impl IntoResponses for SignedIn {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[(401, "Nobody is signed in")])
    }
}

/// What rating may answer beside the others.
pub struct NotStaff;

impl IntoResponses for NotStaff {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[(403, "Staff rate for nobody")])
    }
}
