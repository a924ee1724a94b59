//! Thirty days after publishing: the key is destroyed, the rows go, the numbers stay.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

use crate::NoticeId;
use crate::moods::store;

/// So many notices are looked up at once; each is a transaction of its own.
const AT_ONCE: i64 = 200;

/// The periodic work. Votes are refused from the thirtieth day on, whether this has run or not.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    loop {
        let due = house.db.read(move |c: &mut Conn| store::due(c, now, AT_ONCE)).await?;
        for (station, notice) in &due {
            let (station, notice) = (*station, *notice);
            house.db.write(move |c: &mut Conn| close(c, (station, notice), now)).await?;
        }
        if due.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
            return Ok(());
        }
    }
}

fn close(c: &mut Conn, (station, notice): (StationId, NoticeId), now: Timestamp) -> Result<(), Fault> {
    let key = store::hold(c, station, notice)?;
    // Another process may have been faster.
    if key.sealed.is_none() || now < key.closes {
        return Ok(());
    }
    store::forget(c, station, notice)?;
    store::destroy(c, station, notice, now)
}
