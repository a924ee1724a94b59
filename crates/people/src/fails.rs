//! How calls fail: always with a problem document (RFC 9457).
use kernel::api::Problem;
use utoipa::IntoResponses;

/// What every call may answer.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only its description is used, by the OpenAPI document")]
pub(crate) enum Always {
    /// Too much to do, or the database is away: nothing was changed; try again.
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(#[to_schema] Problem),
}

/// What a call may answer that reads a body.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only its description is used, by the OpenAPI document")]
pub(crate) enum Reading {
    /// The body is not JSON.
    #[response(status = 400, content_type = "application/problem+json")]
    NotJson(#[to_schema] Problem),
    /// The body is too large.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(#[to_schema] Problem),
    /// The body is not said to be JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    NotSaidToBeJson(#[to_schema] Problem),
    /// Something in the body cannot be; `fields` or `title` say what and why.
    #[response(status = 422, content_type = "application/problem+json")]
    CannotBe(#[to_schema] Problem),
}

/// What a call may answer that anybody may make.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only its description is used, by the OpenAPI document")]
pub(crate) enum Limited {
    /// Too many of these; `Retry-After` says when to try again.
    #[response(status = 429, content_type = "application/problem+json")]
    TooMany(#[to_schema] Problem),
}

/// What a call may answer that needs to know who asks.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only its description is used, by the OpenAPI document")]
pub(crate) enum SignedIn {
    /// Nobody is signed in.
    #[response(status = 401, content_type = "application/problem+json")]
    Nobody(#[to_schema] Problem),
}
