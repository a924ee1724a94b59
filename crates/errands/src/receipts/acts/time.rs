//! What time decides: whose papers were handed back long ago is forgotten. What was promised, `promises` judges.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

use crate::receipts::store;

/// Names are kept so long after papers were handed back.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    while house.db.write(move |c| forget(c, now)).await? {}
    Ok(())
}

fn forget(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let old = store::handed_back_before(c, now - KEPT, AT_ONCE)?;
    for (station, id) in &old {
        store::forget(c, *station, *id)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
