//! A month counted anew, and held against what was published of it.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::gather::gather;
use super::rules::NoMonth;
use super::store::{self, sheet};
use crate::rules::contact;
use crate::rules::fullest::{self, Fullest};
use crate::rules::period::Days;
use crate::rules::rooms::{self, RoomsBasis};
use crate::rules::sheet::{Correction, MonthSheet, WeekBasis};

/// The next revision of a month.
pub struct Corrected {
    pub sheet: MonthSheet,
    /// What this revision corrects; the sheet has those of earlier ones too.
    pub new: Vec<Correction>,
}

/// The first revision of a month, held against the newest of the month before; nothing if nothing was noted in it.
///
/// # Errors
/// The database's.
pub fn first(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (month, now): (Date, Timestamp),
) -> Result<Option<MonthSheet>, Fault> {
    let Some(gathered) = gather(c, house, station, (month, now))? else { return Ok(None) };
    let before = before(c, station, month)?;
    Ok(Some(gathered.finished(before.as_ref())))
}

/// The next revision of a published month.
///
/// # Errors
/// [`NoMonth::NotYet`] if none is published, [`NoMonth::Same`] if everything that is counted is as it was; the database's.
pub fn corrected(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (month, now, why): (Date, Timestamp, &str),
) -> Result<Corrected, Not<NoMonth>> {
    let Some((published, _)) = sheet(c, station.id, month, None)? else { return Err(NoMonth::NotYet.into()) };
    let gathered = gather(c, house, station, (month, now))?.ok_or(NoMonth::Same)?;
    let gathered = as_far_as_may_be_shown(gathered, &all_revisions(c, station, month)?);
    if is_same(&gathered, &published) {
        return Err(NoMonth::Same.into());
    }
    let before = before(c, station, month)?;
    let sheet = gathered.correcting(&published, why, before.as_ref());
    let new = sheet.corrections.iter().filter(|one| one.revision == sheet.revision).cloned().collect();
    Ok(Corrected { sheet, new })
}

/// The newest revision of the month before.
fn before(c: &mut Conn, station: &Station, month: Date) -> Result<Option<MonthSheet>, Fault> {
    let before = Days::month(month).from.saturating_sub(1.month());
    Ok(sheet(c, station.id, before, None)?.map(|(sheet, _)| sheet))
}

/// All that was ever published of a month, the oldest first.
fn all_revisions(c: &mut Conn, station: &Station, month: Date) -> Result<Vec<MonthSheet>, Fault> {
    let rows = store::months(c, station.id)?.into_iter().rev().filter(|row| row.month == month);
    let sheets = rows.map(|row| Ok(sheet(c, station.id, month, Some(row.revision))?.map(|(sheet, _)| sheet)));
    Ok(sheets.collect::<Result<Vec<_>, Fault>>()?.into_iter().flatten().collect())
}

/// Neither contact nor uses of rooms that changed by a few are told from anything that was published.
fn as_far_as_may_be_shown(mut now: MonthSheet, published: &[MonthSheet]) -> MonthSheet {
    let shown: Vec<Option<RoomsBasis>> = published.iter().map(|sheet| sheet.rooms).collect();
    let counted = now.rooms;
    now.rooms = rooms::after(&shown, counted);
    let said: Vec<Option<Fullest>> = published.iter().map(|sheet| sheet.fullest.clone()).collect();
    // Its uses are some of the month's.
    let is_new = now.rooms.map(|r| r.uses) == counted.map(|r| r.uses);
    now.fullest = if is_new { fullest::after(&said, now.fullest) } else { said.last().cloned().flatten() };
    let was_told = published.iter().any(|sheet| sheet.rooms.is_some());
    for week in &mut now.weeks {
        let before: Vec<&WeekBasis> =
            published.iter().filter_map(|sheet| sheet.weeks.iter().find(|other| other.week == week.week)).collect();
        let contact: Vec<_> = before.iter().map(|week| week.contact.clone()).collect();
        week.contact = contact::after(&contact, &week.contact);
        let rooms: Vec<_> = before.iter().map(|week| week.rooms).collect();
        // A week that was hidden to hide another one, and came out now, would tell of that one.
        let stays_hidden = was_told && rooms.iter().all(Option::is_none);
        week.rooms = if stays_hidden { None } else { rooms::after(&rooms, week.rooms) };
    }
    now
}

/// Whether all that was counted is the same. A new name of the station is no correction.
fn is_same(a: &MonthSheet, b: &MonthSheet) -> bool {
    let counted = |s: &MonthSheet| (s.door, s.rooms, s.held, s.fullest.clone(), s.residents.clone());
    counted(a) == counted(b) && a.weeks == b.weeks && a.survey == b.survey
}
