//! The rows of published months and of residents. A published row is never changed.
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::lottery::Published as _;
use kernel::on;
use people::StaffId;

use super::rules::MonthRow;
use crate::rules::period::Days;
use crate::rules::sheet::{MonthSheet, Residents};
use crate::schema::{month_sheets as m, residents as r};

/// Months that cannot be read are none of this program.
fn to_month(period: &str) -> Result<Date, Fault> {
    Days::named(period).map(|days| days.from).ok_or_else(|| Fault::broken(format!("there is no month {period}")))
}

/// All revisions, the newest month first, and of each month the newest revision first.
pub fn months(c: &mut Conn, station: StationId) -> Result<Vec<MonthRow>, Fault> {
    let rows: Vec<(String, i32, Ts, String)> = on!(c, c => m::table
        .filter(m::station_id.eq(station))
        .order((m::period.desc(), m::revision.desc()))
        .select((m::period, m::revision, m::made_at, m::why))
        .load(c))?;
    let row = |(period, revision, made_at, why): (String, i32, Ts, String)| {
        let revision = u32::try_from(revision).map_err(Fault::broken)?;
        Ok(MonthRow { month: to_month(&period)?, revision, made_at: made_at.0, why })
    };
    rows.into_iter().map(row).collect()
}

/// The text of one revision, or of the newest.
pub fn text(c: &mut Conn, station: StationId, month: Date, revision: Option<u32>) -> Result<Option<String>, Fault> {
    let period = Days::month(month).name();
    let of = |revision: Option<i32>| match revision {
        Some(n) => n..=n,
        None => 0..=i32::MAX,
    };
    let Ok(revision) = revision.map(i32::try_from).transpose() else { return Ok(None) };
    let which = of(revision);
    Ok(on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::period.eq(&period)))
        .filter(m::revision.between(*which.start(), *which.end()))
        .order(m::revision.desc())
        .select(m::sheet)
        .first(c)
        .optional())?)
}

/// The same, read, with its text.
pub fn sheet(
    c: &mut Conn,
    station: StationId,
    month: Date,
    revision: Option<u32>,
) -> Result<Option<(MonthSheet, String)>, Fault> {
    let Some(text) = text(c, station, month, revision)? else { return Ok(None) };
    Ok(Some((read(&text)?, text)))
}

/// What was published is what this program publishes.
pub fn read(text: &str) -> Result<MonthSheet, Fault> {
    MonthSheet::read(text).map_err(|no| Fault::broken(format!("a published month cannot be read: {}", no.0)))
}

/// Whether it was published now; not if there is such a revision already.
pub fn publish(
    c: &mut Conn,
    station: StationId,
    (month, revision): (Date, u32),
    (made_at, why, sheet): (Timestamp, &str, &str),
) -> Result<bool, Fault> {
    let revision = i32::try_from(revision).map_err(Fault::broken)?;
    let row = (
        (m::station_id.eq(station), m::period.eq(Days::month(month).name()), m::revision.eq(revision)),
        (m::made_at.eq(Ts(made_at)), m::why.eq(why), m::sheet.eq(sheet)),
    );
    let rows = on!(c, c => diesel::insert_into(m::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(rows == 1)
}

/// So many rows are read in one statement.
const AT_ONCE: i64 = 500;

/// How many revisions of a month stations with keys from the first to the second have published, and when the last of them was.
pub fn published(
    c: &mut Conn,
    (first, last): (StationId, StationId),
    month: Date,
) -> Result<(u64, Option<Timestamp>), Fault> {
    let period = Days::month(month).name();
    let of = || m::station_id.between(first, last).and(m::period.eq(&period));
    let revisions: i64 = on!(c, c => m::table.filter(of()).count().get_result(c))?;
    let newest: Option<Ts> =
        on!(c, c => m::table.filter(of()).order(m::made_at.desc()).select(m::made_at).first(c).optional())?;
    Ok((u64::try_from(revisions).map_err(Fault::broken)?, newest.map(|at| at.0)))
}

/// What `of` makes of the newest text of a month of each station that has published it, with keys from the first to the second. No
/// older text is read.
pub fn newest_of<T>(
    c: &mut Conn,
    (first, last): (StationId, StationId),
    month: Date,
    of: impl Fn(&str) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let period = Days::month(month).name();
    let (mut from, mut all) = (first, vec![]);
    loop {
        let later = diesel::alias!(crate::schema::month_sheets as later);
        let corrected = || {
            exists(
                later
                    .filter(later.field(m::station_id).eq(m::station_id))
                    .filter(later.field(m::period).eq(m::period))
                    .filter(later.field(m::revision).gt(m::revision)),
            )
        };
        let rows: Vec<(StationId, String)> = on!(c, c => m::table
            .filter(m::station_id.between(from, last).and(m::period.eq(&period)))
            .filter(not(corrected()))
            .order(m::station_id)
            .limit(AT_ONCE)
            .select((m::station_id, m::sheet))
            .load(c))?;
        let Some((station, _)) = rows.last() else { return Ok(all) };
        from = StationId(station.0.saturating_add(1));
        for (_, sheet) in &rows {
            all.push(of(sheet)?);
        }
    }
}

/// The months that stations with keys from the first to the second have published, and how many of them did each; the newest first.
pub fn months_of(c: &mut Conn, (first, last): (StationId, StationId)) -> Result<Vec<(Date, u64)>, Fault> {
    let rows: Vec<(String, i64)> = on!(c, c => m::table
        .filter(m::station_id.between(first, last).and(m::revision.eq(1)))
        .group_by(m::period)
        .order(m::period.desc())
        .select((m::period, diesel::dsl::count_star()))
        .load(c))?;
    rows.into_iter().map(|(period, n)| Ok((to_month(&period)?, u64::try_from(n).map_err(Fault::broken)?))).collect()
}

/// All texts with what their rows say, for the check.
pub fn everything(c: &mut Conn) -> Result<Vec<(StationId, String, i32, String)>, Fault> {
    Ok(on!(c, c => m::table
        .order((m::station_id, m::period, m::revision))
        .select((m::station_id, m::period, m::revision, m::sheet))
        .load(c))?)
}

/// The newest statistic first.
pub fn residents(c: &mut Conn, station: StationId) -> Result<Vec<Residents>, Fault> {
    let rows: Vec<(On, i32, String)> = on!(c, c => r::table
        .filter(r::station_id.eq(station))
        .order(r::as_of.desc())
        .select((r::as_of, r::people, r::source))
        .load(c))?;
    let row = |(as_of, people, source): (On, i32, String)| {
        Ok(Residents { count: u64::try_from(people).map_err(Fault::broken)?, source, as_of: as_of.0 })
    };
    rows.into_iter().map(row).collect()
}

/// In place of what was said of the same day: a slip of the hand must not stand for ever. What it was is in the event.
pub fn set_residents(
    c: &mut Conn,
    station: StationId,
    new: &Residents,
    (set_at, set_by): (Timestamp, StaffId),
) -> Result<(), Fault> {
    let people = i32::try_from(new.count).map_err(Fault::broken)?;
    let said = || (r::people.eq(people), r::source.eq(&new.source), r::set_at.eq(Ts(set_at)), r::set_by.eq(set_by));
    let row = (r::station_id.eq(station), r::as_of.eq(On(new.as_of)), said());
    on!(c, c => diesel::insert_into(r::table)
        .values(row)
        .on_conflict((r::station_id, r::as_of))
        .do_update()
        .set(said())
        .execute(c))?;
    Ok(())
}
