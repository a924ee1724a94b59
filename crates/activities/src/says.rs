//! Refusals and times in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal as Says, Said};
use kernel::view::View;

use crate::rules::Refusal;

impl Says for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoDates => "no-dates",
            Refusal::Begun => "begun",
            Refusal::CalledOff => "called-off",
            Refusal::Fuller { .. } => "fuller",
            Refusal::Changed => "changed",
            Refusal::Clash { .. } => "room-clash",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("activities-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NoDates => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
