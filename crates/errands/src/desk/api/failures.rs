//! How calls fail: always with a problem document (RFC 9457).
use std::collections::BTreeMap;

use kernel::api::{Problem, Wrong};
use kernel::refusal::{Not, Refusal as _};
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use crate::acts::NotKept;
use crate::desk::here::Here;
use crate::rules::Refusal;
use crate::says;

/// A refusal in words, with the station's times.
pub fn problem(here: &Here, refusal: &Refusal) -> Problem {
    let said = says::said(&here.v, &here.desk.station.zone, refusal);
    Problem { next: said.next, ..Problem::new(refusal.status(), refusal.code(), said.what) }
}

pub fn wrong(here: &Here, not: Not<Refusal>) -> Wrong {
    match not {
        Not::Fault(fault) => Wrong::Fault(fault),
        Not::Refused(refusal) => problem(here, &refusal).into(),
    }
}

pub fn not_kept(here: &Here, not: Not<NotKept>) -> Wrong {
    Wrong::of(&here.v, not)
}

fn documented(all: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let schema = Ref::from_schema_name(Problem::name());
    let one = |what: &str| {
        let content = ContentBuilder::new().schema(Some(schema.clone())).build();
        ResponseBuilder::new().description(what).content("application/problem+json", content).build()
    };
    all.iter().map(|(status, what)| ((*status).to_owned(), RefOr::T(one(what)))).collect()
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

/// What every change may answer beside [`Reading`].
pub struct Changing;

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        documented(&[
            ("409", "A rule says no as things stand"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
        ])
    }
}
