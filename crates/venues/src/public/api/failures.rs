//! How calls fail: with a problem document (RFC 9457).
use kernel::api::Wrong;
use kernel::refusal::{Next, Not, Said};
use kernel::view::View;
use stations::Station;

use crate::rules::Refusal;
use crate::says;

/// A refusal or a fault, said in the station's time; `next` are the nearest times that work.
pub fn wrong(v: &View, station: &Station, not: Not<Refusal>, next: Vec<Next>) -> Wrong {
    Wrong::said(not, |refusal| {
        let said = says::said(v, &station.zone, refusal);
        Said { next: next.into_iter().chain(said.next).collect(), ..said }
    })
}

kernel::failures! {
    /// What every read may answer.
    pub Reading {
        400: "The query cannot be read",
        404: "There is no such station, or nothing of that name that you may see",
        422: "A value cannot be read; `fields` or `detail` say which and why",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What a call may answer that needs to know who asks.
    pub SignedIn { 401: "Nobody is signed in" }

    /// What every change may answer beside [`Reading`].
    pub Changing {
        409: "A rule says no as things stand; `next` are the nearest times that work",
        413: "The body is too large",
        415: "The body is not JSON",
        429: "Too many of these; `Retry-After` says when to try again",
    }
}
