//! Whoever looks is written down, for whoever left the opinion to read.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use people::StaffAt;

use super::doing::Doing;
use crate::OpinionId;
use crate::answers::seat;
use crate::rules::Look;
use crate::store::{self, Viewer};

/// So long it is one look.
const QUARTER: SignedDuration = SignedDuration::from_mins(15);

/// Notes that somebody of staff opened an opinion or printed it. Nothing is shown that was not noted first.
///
/// # Errors
/// `NotFound` if it is not there for them.
pub async fn looked(doing: &Doing, staff: &StaffAt, id: OpinionId, look: Look) -> Result<(), Fault> {
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let at = quarter(now)?;
    let work = move |c: &mut Conn| {
        // Held: of one that is taken back at this moment no look may be left.
        d.held(c, &staff, id)?;
        let desk = seat(c, d.ports, d.station.id, staff.id)?.unwrap_or_default();
        store::looked(c, d.station.id, id, &Viewer { staff: staff.id, look, at, desk })
    };
    doing.house.db.write(work).await
}

fn quarter(now: Timestamp) -> Result<Timestamp, Fault> {
    let length = QUARTER.as_secs();
    Timestamp::from_second(now.as_second().div_euclid(length) * length).map_err(Fault::broken)
}
