//! The line of a title: whatever stands free is put aside for whoever has waited longest.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use serde_json::json;
use stations::Station;

use super::told::{self, News};
use crate::catalogue::answers as catalogue;
use crate::lending::answers::{day_of, kept_until, settings};
use crate::lending::store::copies::hold_title;
use crate::lending::store::holds::{self, Ready};
use crate::lending::store::loans;
use crate::rules::{Copy, Stands};
use crate::{CopyId, TitleId};

/// Brings the line of a title in order after something of its copies has changed: in the transaction of whoever changed it.
pub fn mend_line(
    c: &mut Conn,
    house: &House,
    station: &Station,
    title: TitleId,
    (by, now): (By, Timestamp),
) -> Result<(), Fault> {
    hold_title(c, station.id, title)?;
    put_aside(c, house, station, title, (by, now))
}

/// The copies of a title that stand there and are nobody's.
pub(super) fn there(c: &mut Conn, station: &Station, title: TitleId) -> Result<Vec<Copy>, Fault> {
    let copies = catalogue::copies_of(c, station.id, title)?;
    let ids: Vec<CopyId> = copies.iter().map(|copy| copy.id).collect();
    let lent: Vec<CopyId> = loans::of_copies(c, station.id, &ids)?.into_iter().map(|kept| kept.copy).collect();
    Ok(copies.into_iter().filter(|copy| copy.stands == Stands::Here && !lent.contains(&copy.id)).collect())
}

/// The same for a title that is held. What was put aside and is not there any more is taken from whoever it was for; they wait again in
/// their place.
pub(super) fn put_aside(
    c: &mut Conn,
    house: &House,
    station: &Station,
    title: TitleId,
    (by, now): (By, Timestamp),
) -> Result<(), Fault> {
    let mut line = holds::of_title(c, station.id, title)?;
    if line.is_empty() {
        return Ok(());
    }
    let mut free: Vec<CopyId> = there(c, station, title)?.into_iter().map(|copy| copy.id).collect();
    for one in line.iter_mut().filter(|one| one.ready.is_some_and(|ready| !free.contains(&ready.copy))) {
        (one.ready, one.told) = (None, false);
        holds::set(c, one)?;
    }
    free.retain(|copy| !line.iter().any(|one| one.ready.is_some_and(|ready| ready.copy == *copy)));
    let today = day_of(station, now);
    let until = kept_until(house, station, &settings(c, station.id)?, today);
    for (one, copy) in line.iter_mut().filter(|one| one.ready.is_none()).zip(free) {
        one.ready = Some(Ready { copy, on: today, until });
        one.told = told::tell(c, house, station, (one.person, title), (News::Ready(until), now))?;
        holds::set(c, one)?;
        event::record(c, station.id, now, by, "hold.ready", &copy.to_string(), &json!({}))?;
    }
    Ok(())
}
