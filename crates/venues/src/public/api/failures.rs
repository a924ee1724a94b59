//! How calls fail: always with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::{Problem, Wrong};
use kernel::refusal::{Next, Not, Refusal as _};
use kernel::view::View;
use stations::Station;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::rules::Refusal;
use crate::says;

/// A refusal or a fault, said in the station's time; `next` are the nearest times that work.
pub fn wrong(v: &View, station: &Station, not: Not<Refusal>, next: Vec<Next>) -> Wrong {
    match not {
        Not::Fault(fault) => Wrong::Fault(fault),
        Not::Refused(refusal) => {
            let said = says::said(v, &station.zone, &refusal);
            let next = next.into_iter().chain(said.next).collect();
            Problem { next, ..Problem::new(refusal.status(), refusal.code(), said.what) }.into()
        }
    }
}

fn documented(all: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let schema = Ref::from_schema_name(Problem::name());
    let one = |what: &str| {
        let content = ContentBuilder::new().schema(Some(schema.clone())).build();
        ResponseBuilder::new().description(what).content("application/problem+json", content).build()
    };
    all.iter().map(|(status, what)| ((*status).to_owned(), RefOr::T(one(what)))).collect()
}

/// What every read may answer.
pub struct Reading;

impl IntoResponses for Reading {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("400", "The query cannot be read"),
            ("404", "There is no such station, or nothing of that name that you may see"),
            ("422", "A value cannot be read; `fields` or `detail` say which and why"),
            ("503", "Too much to do, or the database is away: nothing was changed; try again"),
        ])
    }
}

/// What a call may answer that needs to know who asks.
pub struct SignedIn;

impl IntoResponses for SignedIn {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[("401", "Nobody is signed in")])
    }
}

/// What every change may answer beside [`Reading`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("409", "A rule says no as things stand; `next` are the nearest times that work"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("429", "Too many of these; `Retry-After` says when to try again"),
        ])
    }
}
