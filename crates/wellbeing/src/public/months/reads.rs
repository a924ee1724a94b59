//! What the pages and calls ask: which months were published, and one of them.
use std::sync::Arc;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::months::answers::{self, MonthRow};
use crate::rules::period::Days;
use crate::rules::sheet::MonthSheet;

/// A published month.
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    pub sheet: MonthSheet,
    /// As it was published, byte for byte.
    pub text: String,
    /// The newest revision of this month; the sheet's own unless an earlier one was asked for.
    pub newest: u32,
}

/// The first day of the month that an address or a program names.
pub fn first_day(name: &str) -> Option<Date> {
    Days::named(name).filter(|days| *days == Days::month(days.from)).map(|days| days.from)
}

/// All revisions, the newest month first, and of each month the newest revision first.
///
/// # Errors
/// The database's.
pub async fn all(house: &House, station: &Arc<Station>) -> Result<Vec<MonthRow>, Fault> {
    let id = station.id;
    house.db.read(move |c: &mut Conn| answers::months(c, id)).await
}

/// The newest revision where none is named.
///
/// # Errors
/// `NotFound` where there is none; or the database's.
pub async fn month(house: &House, station: &Arc<Station>, month: Date, revision: Option<u32>) -> Result<Month, Fault> {
    let id = station.id;
    let read = move |c: &mut Conn| {
        let (sheet, text) = answers::sheet(c, id, month, revision)?.ok_or(Fault::NotFound)?;
        let newest = match revision {
            None => sheet.revision,
            Some(_) => {
                let rows = answers::months(c, id)?;
                rows.iter().filter(|r| r.month == month).map(|r| r.revision).max().unwrap_or(sheet.revision)
            }
        };
        Ok::<_, Fault>(Month { sheet, text, newest })
    };
    house.db.snapshot(read).await
}
