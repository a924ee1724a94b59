//! Answers, sealed. Nothing here orders them by anything but their drawn keys.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::on;

use super::AT_ONCE;
use crate::SurveyId;
use crate::schema::survey_answers as a;

pub fn insert(c: &mut Conn, station: StationId, survey: SurveyId, (id, sealed): (Id, Vec<u8>)) -> Result<(), Fault> {
    let row = (a::station_id.eq(station), a::survey_id.eq(survey), a::id.eq(id), a::sealed.eq(sealed));
    on!(c, c => diesel::insert_into(a::table).values(row).execute(c))?;
    Ok(())
}

/// All of a survey, in the order of their keys.
pub fn all(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<Vec<(Id, Vec<u8>)>, Fault> {
    let own = a::table.filter(a::station_id.eq(station).and(a::survey_id.eq(survey)));
    Ok(on!(c, c => own.order(a::id).select((a::id, a::sealed)).load(c))?)
}

/// How many there are.
pub fn how_many(c: &mut Conn, station: StationId, survey: SurveyId) -> Result<u64, Fault> {
    let all = a::table.filter(a::station_id.eq(station).and(a::survey_id.eq(survey)));
    u64::try_from(on!(c, c => all.count().get_result::<i64>(c))?).map_err(Fault::broken)
}

/// Puts `rows` in the place of all of a survey, in the order of their keys.
pub fn replace(c: &mut Conn, station: StationId, survey: SurveyId, mut rows: Vec<(Id, Vec<u8>)>) -> Result<(), Fault> {
    let own = a::table.filter(a::station_id.eq(station).and(a::survey_id.eq(survey)));
    on!(c, c => diesel::delete(own).execute(c))?;
    rows.sort();
    for some in rows.chunks(AT_ONCE) {
        let row = |(id, sealed): &(Id, Vec<u8>)| {
            (a::station_id.eq(station), a::survey_id.eq(survey), a::id.eq(*id), a::sealed.eq(sealed.clone()))
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        on!(c, c => diesel::insert_into(a::table).values(rows).execute(c))?;
    }
    Ok(())
}
