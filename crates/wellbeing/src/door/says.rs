//! Signs and refusals of the door in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::{NoTakeBack, NotPromised};
use crate::rules::door::Sign;

/// 门开了
pub fn sign(v: &View, sign: Sign) -> String {
    v.t(&format!("door-say-{}", sign.word()))
}

impl Refusal for NotPromised {
    fn code(&self) -> &'static str {
        "door-not-promised"
    }

    fn say(&self, v: &View) -> Said {
        let when = v.when(&self.zone);
        Said::only(match self.opens {
            Some(at) => {
                let args = [("day", when.day(when.date(at)).into()), ("time", when.time(at).into())];
                v.ta("door-shut-not-now", &args)
            }
            None => v.t("door-shut-never"),
        })
    }
}

impl Refusal for NoTakeBack {
    fn code(&self) -> &'static str {
        match self {
            NoTakeBack::Nothing => "door-nothing-said",
            NoTakeBack::NotYours => "door-not-yours",
            NoTakeBack::TooLate => "door-too-late",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoTakeBack::Nothing => v.t("door-say-back-nothing"),
            NoTakeBack::NotYours => v.t("door-say-back-not-yours"),
            NoTakeBack::TooLate => v.ta("door-say-back-late", &[("minutes", super::SLIP.as_mins().into())]),
        })
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}
