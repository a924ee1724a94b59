//! How calls fail: with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::{Problem, Wrong};
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use stations::Station;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::signups::rules::NoSignup;
use crate::signups::says;

/// A refusal or a fault, said in the station's time.
pub fn wrong(v: &View, station: &Station, not: Not<NoSignup>) -> Wrong {
    match not {
        Not::Fault(fault) => Wrong::Fault(fault),
        Not::Refused(refusal) => {
            let said = says::said(v, station, &refusal);
            Problem { next: said.next, ..Problem::new(refusal.status(), refusal.code(), said.what) }.into()
        }
    }
}

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
            (400, "The request cannot be read"),
            (404, "There is no such station, or nothing of that name there"),
            (503, "Too much to do, or the database is away: try again"),
        ])
    }
}

/// What every call of the desk may answer beside [`Looking`].
pub struct AtTheDesk;

impl IntoResponses for AtTheDesk {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems([(401, "Nobody of staff is signed in")])
    }
}

/// What every change may answer beside [`Looking`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems([
            (409, "A rule says no as things stand"),
            (413, "The body is too large"),
            (415, "The body is not JSON"),
            (422, "A value cannot be so, or the key was used for another request"),
            (429, "Too many codes or guesses; `Retry-After` says when to try again"),
        ])
    }
}
