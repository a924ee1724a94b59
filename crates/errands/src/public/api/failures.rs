//! How calls fail: with a problem document (RFC 9457).
use kernel::api::{Problem, Wrong};
use kernel::refusal::{Not, Said};
use kernel::view::View;
use stations::Station;

use crate::rules::Refusal;
use crate::says;

/// A refusal or a fault, said in the station's time.
pub fn wrong(v: &View, station: &Station, not: Not<Refusal>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, &station.zone, refusal))
}

/// A refusal whose words are known.
pub fn said(refusal: &Refusal, said: Said) -> Wrong {
    Problem::said(refusal, said).into()
}

kernel::failures! {
    /// What every look may answer.
    pub Looking {
        400: "The query cannot be read",
        404: "There is no such station, or nothing of that name there",
        503: "Too much to do, or the database is away: try again",
    }

    /// What every change may answer beside [`Looking`].
    pub Changing {
        409: "It does not follow from how things stand; ask for the ticket and decide anew",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so, or the key was used for another request",
        429: "Too many numbers from one address; `Retry-After` says when to try again",
    }
}
