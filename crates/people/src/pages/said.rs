//! Refusals in words that say why and what to do next.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use crate::rules::{CodeRefusal, StaffRefusal};

impl Refusal for CodeRefusal {
    fn code(&self) -> &'static str {
        match self {
            CodeRefusal::Gone => "code-gone",
            CodeRefusal::Expired => "code-expired",
            CodeRefusal::Used => "code-used",
            CodeRefusal::Wrong { .. } => "code-wrong",
            CodeRefusal::Spent => "code-spent",
            CodeRefusal::NotMobile => "phone-not-mobile",
        }
    }

    fn say(&self, v: &View) -> Said {
        let left = match self {
            CodeRefusal::Wrong { left } => *left,
            _ => 0,
        };
        Said::only(v.ta(&format!("people-{}", self.code()), &[("left", left.into())]))
    }

    fn status(&self) -> StatusCode {
        match self {
            CodeRefusal::Wrong { .. } | CodeRefusal::NotMobile => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

impl Refusal for StaffRefusal {
    fn code(&self) -> &'static str {
        match self {
            StaffRefusal::LoginTaken => "login-taken",
            StaffRefusal::NotLetIn => "not-let-in",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("people-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            StaffRefusal::LoginTaken => StatusCode::CONFLICT,
            StaffRefusal::NotLetIn => StatusCode::FORBIDDEN,
        }
    }
}
