//! The seats in words.
use kernel::view::View;
use kernel::words::When;

use super::rules::Seats;
use crate::says::at;

/// 12 个座，空 6 个; what is not known is said as not known, with the last figure and its time.
pub fn seats(v: &View, when: &When, seats: &Seats) -> String {
    let (free, of) = (seats.free.into(), seats.of.into());
    if seats.known {
        return v.ta("lounge-free", &[("free", free), ("of", of)]);
    }
    v.ta("lounge-unknown", &[("free", free), ("of", of), ("at", at(when, seats.at).into())])
}
