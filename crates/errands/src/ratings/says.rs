//! Refusals, levels and deadlines in words.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::When;

use super::rules::{Level, Outcome, Refusal};

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NotDone => "ticket-not-done",
            Refusal::Fixed => "rating-fixed",
            Refusal::Rated => "rated-already",
            Refusal::Staff => "not-for-staff",
            Refusal::Answered => "call-back-ended",
            Refusal::NoWords => "answer-without-words",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("ratings-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::Staff => StatusCode::FORBIDDEN,
            Refusal::NoWords => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// 非常满意
pub fn level(v: &View, level: Level) -> String {
    v.t(&format!("ratings-level-{}", level.name()))
}

/// 联系上了，解决了
pub fn outcome(v: &View, outcome: Outcome) -> String {
    v.t(&format!("ratings-outcome-{}", outcome.name()))
}

/// 7月1日 周三
pub fn day(when: &When, day: Date) -> String {
    format!("{} {}", when.date_in_full(day), when.weekday(day))
}
