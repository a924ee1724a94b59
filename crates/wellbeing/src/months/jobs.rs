//! What time decides: on the first, from six o'clock, the month before is published; on the eighth it is counted anew, for what was
//! typed in late. Months that were missed are made up for.
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::answers::MonthRow;
use super::rules::{self, NoMonth};
use super::{acts, facts, store};

/// So many stations are read at once.
const AT_ONCE: i64 = 100;
/// So many months back, a month may still be counted anew by itself.
const LATE_MONTHS: usize = 2;
/// Whoever typed what was on paper had so long, however late the month was made.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24 - 12);
/// However little there is to do, it is looked at again after so long.
const LOOK: SignedDuration = SignedDuration::from_hours(24);
/// When something broke, it is tried again after so long, and not every half minute.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);

/// When all stations were looked at, and when there is something to do next.
#[derive(Default)]
struct Looked(Mutex<Option<(Timestamp, Timestamp)>>);

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let (shelf, now) = (house.shelf::<Looked>(), house.now());
    let looked = || shelf.0.lock().unwrap_or_else(PoisonError::into_inner);
    if looked().is_some_and(|(at, next)| at <= now && now < next) {
        return Ok(());
    }
    let (mut after, mut next, mut all) = (0, Timestamp::MAX, Ok(()));
    loop {
        let some = house.db.read(move |c| stations::some(c, None, after, AT_ONCE)).await?;
        let Some(last) = some.last() else { break };
        after = last.id.0;
        for station in some {
            next = next.min(due_after(&station, now));
            // One that is broken does not stop the others.
            all = all.and(of_station(house, station, now).await);
        }
    }
    let next = if all.is_ok() { next } else { next.min(now + AGAIN) };
    *looked() = Some((now, next));
    all
}

/// When there is something to do at a station again.
fn due_after(station: &Station, now: Timestamp) -> Timestamp {
    let (month, made) = rules::next_made(&station.zone, now);
    let last = rules::over(&station.zone, now).first().map(|last| rules::late_from(*last, &station.zone));
    let late = rules::late_from(month, &station.zone);
    let look = Some(now + LOOK);
    [Some(made), last, Some(late), look].into_iter().flatten().filter(|at| *at > now).min().unwrap_or(made)
}

async fn of_station(house: &House, station: Station, now: Timestamp) -> Result<(), Fault> {
    let id = station.id;
    let read = move |c: &mut Conn| Ok::<_, Fault>((facts::first_day(c, id)?, store::months(c, id)?));
    let (Some(first), made) = house.db.snapshot(read).await? else { return Ok(()) };
    let over = rules::over(&station.zone, now);
    // The oldest first, each counted anew before the next is made: that one is held against it.
    for (back, month) in over.into_iter().enumerate().rev().filter(|(_, month)| *month >= first.first_of_month()) {
        let (h, station) = (house.clone(), station.clone());
        if !made.iter().any(|row| row.month == month) {
            settled(house.db.write(move |c: &mut Conn| acts::make(c, &h, &station, month).map(|_| ())).await)?;
        } else if back < LATE_MONTHS && is_due_anew(&station, (month, now), &made) {
            settled(house.db.write(move |c: &mut Conn| acts::late(c, &h, &station, month).map(|_| ())).await)?;
        }
    }
    Ok(())
}

/// Whether the eighth is here, or a week is over since the month was first made, and nothing was published of it since.
fn is_due_anew(station: &Station, (month, now): (Date, Timestamp), made: &[MonthRow]) -> bool {
    let of = || made.iter().filter(|row| row.month == month);
    let first = of().map(|row| row.made_at).min();
    let from = first.map(|first| rules::late_from(month, &station.zone).max(first + WEEK));
    from.is_some_and(|from| from <= now && of().all(|row| row.made_at < from))
}

/// That nothing differs, or that somebody else has just done it, is as well.
fn settled(done: Result<(), Not<NoMonth>>) -> Result<(), Fault> {
    match done {
        Ok(()) | Err(Not::Refused(_)) => Ok(()),
        Err(Not::Fault(fault)) => Err(fault),
    }
}
