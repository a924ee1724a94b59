//! What several calls of the API take and answer.
use axum::Json;
use axum::http::StatusCode;
use kernel::db::types::Id;
use kernel::house::House;
use kernel::session::{Kind, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::CodeId;
use crate::phone::Phone;
use crate::rules::CODE_LASTS;

/// A code that is on its way.
#[derive(Serialize, ToSchema)]
pub struct CodeSent {
    /// What the digits are sent back with.
    #[schema(value_type = String, format = "uuid")]
    code: CodeId,
    /// The number, masked.
    #[schema(example = "138****5521")]
    sent_to: String,
    /// How long the code is good when it is new, in seconds.
    good_for_seconds: i64,
}

impl CodeSent {
    pub fn new(code: CodeId, phone: &Phone) -> CodeSent {
        CodeSent { code, sent_to: phone.to_string(), good_for_seconds: CODE_LASTS.as_secs() }
    }
}

/// What came by message.
#[derive(Deserialize, ToSchema)]
pub struct Digits {
    #[schema(value_type = String, format = "uuid")]
    pub code: CodeId,
    #[schema(example = "012345", pattern = "^[0-9]{6}$")]
    pub digits: String,
}

/// A session: for residents half a year, for staff 14 hours.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// Goes into `Authorization: Bearer …`. It is told once.
    token: String,
    /// Who is signed in: a person's or a staff member's id.
    #[schema(value_type = String, format = "uuid")]
    subject: Id,
    #[schema(value_type = String, format = "date-time")]
    expires_at: jiff::Timestamp,
}

impl Session {
    /// The answer of a call that has signed somebody in.
    pub fn opened(house: &House, kind: Kind, subject: Id, token: &Token) -> (StatusCode, Json<Session>) {
        let expires_at = house.now() + kind.lasts();
        (StatusCode::CREATED, Json(Session { token: token.as_str().to_owned(), subject, expires_at }))
    }
}
