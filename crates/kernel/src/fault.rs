//! What can go wrong that is nobody's fault at the counter. A rule that says no is not a `Fault`: it is a slice's `Refusal`.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use diesel::result::{DatabaseErrorKind, Error as Diesel};

/// A page that is not there, or a failure that no rule foresaw.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not exist, or it is not for this person to know that it does.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and this needs to know who asks.
    #[error("sign in first")]
    SignInFirst,
    /// A staff page, and whoever asks is not signed in as staff.
    #[error("staff sign in first")]
    StaffSignInFirst,
    /// Too many requests of this kind from one place; `seconds` until the next is answered.
    #[error("too many requests; try again in {seconds} s")]
    TooMany { seconds: u64 },
    /// More work is waiting than can be done in good time; nothing was changed.
    #[error("overloaded")]
    Busy,
    /// The database does not answer; nothing was changed.
    #[error("the database does not answer: {0}")]
    Away(String),
    /// The connection broke while the change was being made durable: it may or may not have happened.
    #[error("the outcome is not known: {0}")]
    Unsure(String),
    /// A database key was there already (the name of the table or constraint, as the engine says it).
    #[error("already there: {0}")]
    AlreadyThere(String),
    /// An `Idempotency-Key` came again with another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// Two changes met; trying again helps.
    #[error("met another change: {0}")]
    Clash(String),
    /// Everything else. The text is for the log, never for the page.
    #[error("{0}")]
    Broken(String),
}

impl Fault {
    pub fn broken(why: impl std::fmt::Display) -> Fault {
        Fault::Broken(why.to_string())
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::SignInFirst | Fault::StaffSignInFirst => StatusCode::UNAUTHORIZED,
            Fault::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Fault::Busy | Fault::Away(_) | Fault::Unsure(_) | Fault::Clash(_) => StatusCode::SERVICE_UNAVAILABLE,
            Fault::AlreadyThere(_) => StatusCode::CONFLICT,
            Fault::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<Diesel> for Fault {
    fn from(e: Diesel) -> Fault {
        use DatabaseErrorKind::{ClosedConnection, SerializationFailure, UniqueViolation};
        match &e {
            Diesel::NotFound => Fault::NotFound,
            Diesel::DatabaseError(UniqueViolation, info) => Fault::AlreadyThere(info.message().to_owned()),
            Diesel::DatabaseError(SerializationFailure, info) => Fault::Clash(info.message().to_owned()),
            Diesel::DatabaseError(ClosedConnection, info) => Fault::Away(info.message().to_owned()),
            Diesel::DatabaseError(_, info) if info.message().contains("deadlock detected") => {
                Fault::Clash(info.message().to_owned())
            }
            Diesel::DatabaseError(_, info) if lost_connection(info.message()) => Fault::Away(info.message().to_owned()),
            _ => Fault::Broken(e.to_string()),
        }
    }
}

/// libpq reports a lost server only in words.
fn lost_connection(message: &str) -> bool {
    ["server closed the connection", "no connection to the server", "terminating connection", "could not connect"]
        .iter()
        .any(|words| message.contains(words))
}

/// The page or the problem document is made by `page::dress`, which knows the language and whether a program asks.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = self.status();
        (status, axum::Extension(self)).into_response()
    }
}
