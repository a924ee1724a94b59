//! How calls fail: with a problem document (RFC 9457).
use kernel::api::{Problem, Wrong};
use kernel::refusal::Not;

use crate::acts::NotKept;
use crate::desk::here::Here;
use crate::rules::Refusal;
use crate::says;

/// A refusal in words, with the station's times.
pub fn problem(here: &Here, refusal: &Refusal) -> Problem {
    Problem::said(refusal, says::said(&here.v, &here.desk.station.zone, refusal))
}

pub fn wrong(here: &Here, not: Not<Refusal>) -> Wrong {
    Wrong::said(not, |refusal| says::said(&here.v, &here.desk.station.zone, refusal))
}

pub fn not_kept(here: &Here, not: Not<NotKept>) -> Wrong {
    Wrong::of(&here.v, not)
}

kernel::failures! {
    /// What every call of the desk may answer.
    pub Reading {
        400: "The request cannot be read",
        401: "Nobody is signed in",
        404: "There is no such station, or nothing of that name that you may see",
        422: "A value cannot be read; `fields` or `detail` say which and why",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every change may answer beside [`Reading`].
    pub Changing {
        409: "A rule says no as things stand",
        413: "The body is too large",
        415: "The body is not JSON",
    }
}
