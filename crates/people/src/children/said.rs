//! Refusals in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::{ChildRefusal, MOST};

impl Refusal for ChildRefusal {
    fn code(&self) -> &'static str {
        match self {
            ChildRefusal::ConsentFirst => "child-consent-first",
            ChildRefusal::ProveFirst => "child-prove-first",
            ChildRefusal::Enough => "children-enough",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.ta(&format!("children-{}", self.code()), &[("n", MOST.into())]))
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}
