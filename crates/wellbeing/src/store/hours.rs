//! How many ballots came in an hour, by how they came.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::count;
use crate::SurveyId;
use crate::rules::flags::{Hour, Mode};
use crate::schema::survey_hours as h;

/// One more in an hour since 1970.
pub fn add(c: &mut Conn, station: StationId, survey: SurveyId, (mode, hour): (Mode, i64)) -> Result<(), Fault> {
    let row =
        ((h::station_id.eq(station), h::survey_id.eq(survey), h::mode.eq(mode as i16)), (h::hour.eq(hour), h::n.eq(1)));
    on!(c, c => diesel::insert_into(h::table)
        .values(row)
        .on_conflict((h::station_id, h::survey_id, h::mode, h::hour))
        .do_update()
        .set(h::n.eq(h::n + 1))
        .execute(c))?;
    Ok(())
}

/// All of a survey, by way and hour.
pub fn all(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<Vec<Hour>, Fault> {
    let rows: Vec<(i16, i64, i32)> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::survey_id.eq(survey)))
        .order((h::mode, h::hour))
        .select((h::mode, h::hour, h::n))
        .load(c))?;
    let one = |(mode, hour, n): (i16, i64, i32)| {
        let mode = Mode::of_column(mode).ok_or_else(|| Fault::broken("an hour of a way that there is not"))?;
        Ok(Hour { mode, hour, n: count(n)?.into() })
    };
    rows.into_iter().map(one).collect()
}

/// None are kept of a survey that is over.
pub fn remove(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<(), Fault> {
    let own = h::table.filter(h::station_id.eq(station).and(h::survey_id.eq(survey)));
    on!(c, c => diesel::delete(own).execute(c))?;
    Ok(())
}
