//! How requests of the desk fail, for the API's document.
use kernel::api::Problem;
use utoipa::IntoResponses;

/// Of a read.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only described: handlers fail with kernel::api::Wrong")]
pub enum NotRead {
    /// A value in the path or the query cannot be read
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// Nobody is signed in as staff
    #[response(status = 401, content_type = "application/problem+json")]
    SignInFirst(Problem),
    /// It is not there, or not for this member of staff
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// A field does not fit
    #[response(status = 422, content_type = "application/problem+json")]
    Fields(Problem),
    /// Busy; try again
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}

/// Of a change.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "only described: handlers fail with kernel::api::Wrong")]
pub enum NotDone {
    /// The body is not JSON, or a value in the path cannot be read
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// Nobody is signed in as staff
    #[response(status = 401, content_type = "application/problem+json")]
    SignInFirst(Problem),
    /// It is not there, or not for this member of staff
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// A rule says no; `next` holds the nearest that works
    #[response(status = 409, content_type = "application/problem+json")]
    Refused(Problem),
    /// The body is too large
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body was not sent as JSON
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(Problem),
    /// A field does not fit, or can never be had as asked
    #[response(status = 422, content_type = "application/problem+json")]
    Fields(Problem),
    /// Busy; try again
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}
