//! What is said at doors.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;

use super::rules::NoArrival;
use crate::says as rooms;

impl Refuses for NoArrival {
    fn code(&self) -> &'static str {
        match self {
            NoArrival::NothingHere => "nothing-here",
            NoArrival::LetGo { .. } => "let-go",
            NoArrival::Several => "several-here",
            NoArrival::Room(refusal) => refusal.code(),
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}

pub fn said(v: &View, zone: &TimeZone, refusal: &NoArrival) -> Said {
    match refusal {
        NoArrival::LetGo { at } => Said::only(v.ta("door-no-let-go", &[("at", v.when(zone).time(*at).into())])),
        NoArrival::Room(refusal) => rooms::said(v, zone, refusal),
        NoArrival::NothingHere | NoArrival::Several => Said::only(v.t(&format!("door-no-{}", refusal.code()))),
    }
}
