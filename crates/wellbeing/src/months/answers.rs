//! What pages and programs ask about months: what was published, what a correction would change, and many stations together.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

pub use super::county::county;
use super::county::keys;
pub use super::rules::MonthRow;
use super::rules::{self, NoMonth};
use super::{anew, store};
use crate::rules::county::FEWEST_STATIONS;
use crate::rules::sheet::{Correction, MonthSheet, Residents};

/// So many months of an area are listed.
const MONTHS: usize = 24;

/// All revisions, the newest month first, and of each month the newest revision first.
///
/// # Errors
/// The database's.
pub fn months(c: &mut Conn, station: StationId) -> Result<Vec<MonthRow>, Fault> {
    store::months(c, station)
}

/// A month as it was published, and the very text; the newest revision where none is named. Nothing where there is none.
///
/// # Errors
/// The database's.
pub fn sheet(
    c: &mut Conn,
    station: StationId,
    month: Date,
    revision: Option<u32>,
) -> Result<Option<(MonthSheet, String)>, Fault> {
    store::sheet(c, station, month, revision)
}

/// How many people live here, the newest statistic first.
///
/// # Errors
/// The database's.
pub fn residents(c: &mut Conn, station: StationId) -> Result<Vec<Residents>, Fault> {
    store::residents(c, station)
}

/// Which month is made next, by its first day, and when.
pub fn next_made(station: &Station, now: Timestamp) -> (Date, Timestamp) {
    rules::next_made(&station.zone, now)
}

/// What a correction would change now, figure by figure, without publishing it.
///
/// # Errors
/// [`NoMonth::NotYet`], [`NoMonth::Same`]; the database's.
pub fn differs(c: &mut Conn, house: &House, station: &Station, month: Date) -> Result<Vec<Correction>, Not<NoMonth>> {
    Ok(anew::corrected(c, house, station, (month, house.now(), ""))?.new)
}

/// The months of which [`county`] has something, the newest first, 24 at most.
///
/// # Errors
/// The database's.
pub fn county_months(c: &mut Conn, prefix: i64) -> Result<Vec<Date>, Fault> {
    let Some(keys) = keys(prefix) else { return Ok(vec![]) };
    let all = store::months_of(c, keys)?.into_iter().filter(|(_, n)| *n >= FEWEST_STATIONS);
    Ok(all.map(|(month, _)| month).take(MONTHS).collect())
}
