//! What time decides: who did not come, and what is forgotten.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

use super::keep::keep;
use crate::deputies::rules::{self, State, Step};
use crate::deputies::store;

/// What was said goes so long after it was closed, given back or missed.
const WORDS_KEPT: SignedDuration = SignedDuration::from_hours(180 * 24);
/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let (h, now) = (house.clone(), house.now());
    while house
        .db
        .write({
            let h = h.clone();
            move |c| miss(c, &h, now)
        })
        .await?
    {}
    while house.db.write(move |c| forget(c, now)).await? {}
    Ok(())
}

/// Whether there may be more.
fn miss(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let due = store::lapsing(c, now, AT_ONCE)?;
    for (at, id) in &due {
        let station = stations::by_id(c, *at)?;
        store::hold(c, *at, *id)?;
        let mut kept = store::by_id(c, *at, *id)?;
        let after = rules::seen(now, &kept.visit);
        if kept.visit.state != after.state && after.state == State::Missed {
            kept.visit = after;
            keep(c, house, &station, (&mut kept, Step::Missed, None), None, now)?;
        }
    }
    Ok(due.len() as i64 == AT_ONCE)
}

fn forget(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let old = store::to_forget(c, now - WORDS_KEPT, AT_ONCE)?;
    for (station, id) in &old {
        store::forget_words(c, *station, *id)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
