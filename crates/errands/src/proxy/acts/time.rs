//! What time decides: a consent whose matter is done is over, and names are forgotten.
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

use super::consent::KEPT_DAYS;
use crate::proxy::store;
use crate::store as errands;

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    while house.db.write(end_what_is_done).await? {}
    let now = house.now();
    while house.db.write(move |c| forget(c, now)).await? {}
    Ok(())
}

/// A consent is for one matter, once. Whether there may be more.
fn end_what_is_done(c: &mut Conn) -> Result<bool, Fault> {
    let done = store::done(c, AT_ONCE)?;
    // Of several tickets the first one counts: the latest is written first.
    for (station, consent, day) in done.iter().rev() {
        store::end_on(c, *station, *consent, *day)?;
    }
    Ok(done.len() as i64 == AT_ONCE)
}

fn forget(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    // In every zone more than thirty days ago.
    let day = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub((KEPT_DAYS + 1).days());
    let at = now - SignedDuration::from_hours(24 * KEPT_DAYS);
    let old = store::ended_before(c, day, at, AT_ONCE)?;
    for (station, consent) in &old {
        store::forget(c, *station, *consent)?;
        errands::forget_carriers_of(c, *station, consent.0)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
