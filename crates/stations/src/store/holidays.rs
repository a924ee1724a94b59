//! Imported notices of holidays.
use almanac::holidays::Dataset;
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;

use crate::schema::holiday_files;

/// A file and when it was imported.
pub type File = (Timestamp, String);

/// All imported files, oldest first: later ones overrule.
pub fn files(c: &mut Conn) -> Result<Vec<File>, Fault> {
    let rows: Vec<(Ts, String)> = on!(c, c => holiday_files::table
        .order((holiday_files::imported_at, holiday_files::first_year))
        .select((holiday_files::imported_at, holiday_files::content))
        .load(c))?;
    Ok(rows.into_iter().map(|(at, content)| (at.0, content)).collect())
}

/// When the newest file came and how many there are: changes when a file does.
pub fn edition(c: &mut Conn) -> Result<(Option<Timestamp>, i64), Fault> {
    let newest: Option<Ts> = on!(c, c => holiday_files::table
        .order(holiday_files::imported_at.desc())
        .select(holiday_files::imported_at)
        .first(c)
        .optional())?;
    let n: i64 = on!(c, c => holiday_files::table.count().get_result(c))?;
    Ok((newest.map(|at| at.0), n))
}

/// Keeps a file in place of an earlier one for the same years.
pub fn keep(c: &mut Conn, set: &Dataset, content: &str, now: Timestamp) -> Result<(), Fault> {
    let (first, last) = (*set.years.start(), *set.years.end());
    let row = (
        holiday_files::first_year.eq(first),
        holiday_files::last_year.eq(last),
        holiday_files::content.eq(content),
        holiday_files::imported_at.eq(Ts(now)),
    );
    on!(c, c => diesel::delete(holiday_files::table.find((first, last))).execute(c))?;
    on!(c, c => diesel::insert_into(holiday_files::table).values(row).execute(c))?;
    Ok(())
}
