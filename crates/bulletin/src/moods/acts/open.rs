//! A notice was published.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::NoticeId;
use crate::moods::rules::{Device, Mood, OPEN};
use crate::moods::{store, voters};

/// Opens a notice for moods, in the transaction that publishes it for the first time at `now`. Once opened it stays as it is: a
/// correction, or being published again, does not lengthen its time, and a key that was destroyed does not come back.
///
/// # Errors
/// The database's.
pub fn opened(c: &mut Conn, house: &House, station: &Station, notice: NoticeId, now: Timestamp) -> Result<(), Fault> {
    let on = now.to_zoned_datetime(station.zone.clone()).date();
    store::insert(c, station.id, (notice, on), (voters::new_key(house, notice), now + OPEN), now)
}

/// So many of each mood on a notice that files lay out, as if each had come from a device of its own on the day `now`.
///
/// # Errors
/// A notice that is not open for moods, or the database.
pub fn founded(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (notice, moods): (NoticeId, &[(Mood, u32)]),
    now: Timestamp,
) -> Result<(), Fault> {
    let key = store::of(c, station.id, notice)?.and_then(|key| key.sealed).ok_or(Fault::NotFound)?;
    let day = now.to_zoned_datetime(station.zone.clone()).date();
    for (mood, n) in moods {
        for _ in 0..*n {
            let voter = voters::voter(house, notice, &key, &Device::made_of(&house.chance.bytes()))?;
            store::put(c, station.id, (notice, &voter), (*mood, day))?;
        }
        store::add(c, station.id, notice, (*mood, i32::try_from(*n).map_err(Fault::broken)?))?;
    }
    Ok(())
}
