//! How many said that somebody had told them what to answer.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::count;
use crate::SurveyId;
use crate::rules::tips::ByWhom;
use crate::schema::survey_tips as t;

/// One more.
pub fn add(c: &mut Conn, station: StationId, survey: SurveyId, by_whom: ByWhom) -> Result<(), Fault> {
    let row = (t::station_id.eq(station), t::survey_id.eq(survey), t::by_whom.eq(by_whom as i16), t::n.eq(1));
    on!(c, c => diesel::insert_into(t::table)
        .values(row)
        .on_conflict((t::station_id, t::survey_id, t::by_whom))
        .do_update()
        .set(t::n.eq(t::n + 1))
        .execute(c))?;
    Ok(())
}

/// How many in all.
pub fn how_many(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<u64, Fault> {
    let each: Vec<i32> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::survey_id.eq(survey)))
        .select(t::n)
        .load(c))?;
    each.into_iter().try_fold(0, |sum, n| Ok(sum + u64::from(count(n)?)))
}

/// Writes all of a survey anew: PostgreSQL keeps with each row when it was last written.
pub fn anew(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<(), Fault> {
    let own = || t::table.filter(t::station_id.eq(station).and(t::survey_id.eq(survey)));
    let rows: Vec<(i16, i32)> = on!(c, c => own().order(t::by_whom).select((t::by_whom, t::n)).load(c))?;
    on!(c, c => diesel::delete(own()).execute(c))?;
    let row =
        |(by, n): &(i16, i32)| (t::station_id.eq(station), t::survey_id.eq(survey), t::by_whom.eq(*by), t::n.eq(*n));
    let rows: Vec<_> = rows.iter().map(row).collect();
    on!(c, c => diesel::insert_into(t::table).values(rows).execute(c))?;
    Ok(())
}

/// None are kept of a survey that is over: its result says whether there were any.
pub fn remove(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<(), Fault> {
    let own = t::table.filter(t::station_id.eq(station).and(t::survey_id.eq(survey)));
    on!(c, c => diesel::delete(own).execute(c))?;
    Ok(())
}
