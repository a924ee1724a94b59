//! Refusals at the door in words.
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::NoArrival;
use crate::signups::says;

impl Refusal for NoArrival {
    fn code(&self) -> &'static str {
        match self {
            NoArrival::NotNow => "arrival-not-now",
            NoArrival::CalledOff => "activity-called-off",
            NoArrival::NoPlace(_) => "no-place",
            NoArrival::NotTheirs => "not-of-this-time",
            NoArrival::NotAsked => "mood-not-asked",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoArrival::NoPlace(state) => v.ta("arrival-no-no-place", &[("state", says::state(v, *state).1.into())]),
            other => v.t(&format!("arrival-no-{}", other.code())),
        })
    }
}
