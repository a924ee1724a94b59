//! Telling locks: outside any transaction, at least once.
use std::sync::Arc;

use super::doors::key_of;
use crate::door::lock::{Lock, Where};
use crate::door::store::{self, Waiting};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

/// As many are taken at once as a slow lock, which may need ten seconds for each, answers before the lease ends.
const AT_ONCE: usize = 5;

/// Tells locks what is due, until nothing is. Returns how many calls were taken.
pub async fn deliver(house: &House, lock: Arc<dyn Lock>) -> Result<usize, Fault> {
    let mut taken = 0;
    loop {
        let h = house.clone();
        let due = house.db.write(move |c: &mut Conn| store::take_due(c, &h, AT_ONCE as i64)).await?;
        if due.is_empty() {
            return Ok(taken);
        }
        for waiting in due {
            taken += usize::from(tell(house, &lock, waiting).await?);
        }
    }
}

async fn tell(house: &House, lock: &Arc<dyn Lock>, waiting: Waiting) -> Result<bool, Fault> {
    let done = match place(house, &waiting).await? {
        // The lock is gone: nobody is left to be told.
        None => true,
        Some(place) => {
            let (call, way) = (waiting.call.clone(), lock.clone());
            let outcome = tokio::task::spawn_blocking(move || way.tell(&place, &call)).await.map_err(Fault::broken)?;
            if let Err(why) = &outcome {
                tracing::warn!(call = %waiting.call.id, why, "a lock was not told");
            }
            outcome.is_ok()
        }
    };
    let now = house.now();
    house.db.write(move |c: &mut Conn| store::settle_call(c, &waiting, done, now)).await?;
    Ok(done)
}

/// Where the lock of a call is now.
async fn place(house: &House, waiting: &Waiting) -> Result<Option<Where>, Fault> {
    let (h, station, venue) = (house.clone(), waiting.station, waiting.venue);
    let read = move |c: &mut Conn| {
        let Some(door) = store::door(c, station, venue)?.filter(|d| !d.lock_url.is_empty()) else { return Ok(None) };
        let key = key_of(&h, &door)?;
        Ok(Some(Where { venue, url: door.lock_url, key }))
    };
    house.db.read(read).await
}
