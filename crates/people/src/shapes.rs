//! What several calls of the API take and answer.
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
