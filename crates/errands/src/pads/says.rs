//! Refusals of the group in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::{HOURS_BACK, NoSheet};

impl Refusal for NoSheet {
    fn code(&self) -> &'static str {
        match self {
            NoSheet::Future => "came-later-than-now",
            NoSheet::TooLongAgo => "too-long-ago",
            NoSheet::DayOver => "day-is-over",
            NoSheet::Entered { .. } => "typed-in-already",
            NoSheet::NoMatter => "no-such-matter",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoSheet::TooLongAgo => v.ta("pads-no-too-long-ago", &[("hours", HOURS_BACK.into())]),
            NoSheet::Entered { pad, is } => {
                v.ta("pads-no-typed-in-already", &[("pad", (*pad).into()), ("number", is.to_string().into())])
            }
            other => v.t(&format!("pads-no-{}", other.code())),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoSheet::Future | NoSheet::NoMatter => StatusCode::UNPROCESSABLE_ENTITY,
            NoSheet::TooLongAgo | NoSheet::DayOver | NoSheet::Entered { .. } => StatusCode::CONFLICT,
        }
    }
}
