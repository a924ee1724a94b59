//! What the document says of how calls fail: with a problem document (RFC 9457), whatever the status.
use std::collections::BTreeMap;

use utoipa::ToSchema;
use utoipa::openapi::response::Response;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};

use super::Problem;

/// Each status with what it means.
pub fn failures(all: &[(u16, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let one = |what: &str| {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
        ResponseBuilder::new().description(what).content("application/problem+json", content).build()
    };
    all.iter().map(|(status, what)| (status.to_string(), RefOr::T(one(what)))).collect()
}

/// Failures that several calls share, to be named among the `responses` of `#[utoipa::path]`:
///
/// ```ignore
/// kernel::failures! {
///     /// What every look may answer.
///     pub Looking { 404: "There is no such station", 503: "Too much to do: try again" }
/// }
/// ```
#[macro_export]
macro_rules! failures {
    ($($(#[$about:meta])* $seen:vis $name:ident { $($status:literal: $what:literal),+ $(,)? })+) => { $(
        $(#[$about])*
        $seen struct $name;

        impl $crate::utoipa::IntoResponses for $name {
            fn responses() -> ::std::collections::BTreeMap<
                String,
                $crate::utoipa::openapi::RefOr<$crate::utoipa::openapi::response::Response>,
            > {
                $crate::api::failures(&[$(($status, $what)),+])
            }
        }
    )+ };
}
