//! The list of households while it is needed.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::{AT_ONCE, column, count};
use crate::SurveyId;
use crate::schema::survey_households as h;

/// In place of an earlier list; the first has line 1.
pub fn replace(c: &mut Conn, station: StationId, id: SurveyId, sealed: &[Vec<u8>]) -> Result<(), Fault> {
    remove(c, station, id)?;
    let mut line = 0;
    for some in sealed.chunks(AT_ONCE) {
        let mut rows = vec![];
        for one in some {
            line += 1;
            rows.push((
                (h::station_id.eq(station), h::survey_id.eq(id), h::line.eq(line)),
                (h::sealed.eq(one), h::drawn.eq(false)),
            ));
        }
        on!(c, c => diesel::insert_into(h::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// All of a list, in its order.
pub fn sealed(c: &mut Conn, station: StationId, id: SurveyId) -> Result<Vec<Vec<u8>>, Fault> {
    Ok(on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::survey_id.eq(id)))
        .order(h::line)
        .select(h::sealed)
        .load(c))?)
}

/// They are asked.
pub fn mark(c: &mut Conn, station: StationId, id: SurveyId, lines: &[u32]) -> Result<(), Fault> {
    let lines = lines.iter().map(|line| column(*line)).collect::<Result<Vec<i32>, _>>()?;
    for some in lines.chunks(AT_ONCE) {
        let these = h::station_id.eq(station).and(h::survey_id.eq(id)).and(h::line.eq_any(some));
        on!(c, c => diesel::update(h::table.filter(these)).set(h::drawn.eq(true)).execute(c))?;
    }
    Ok(())
}

/// Those that are asked, in the order of the list.
pub fn drawn(c: &mut Conn, station: StationId, id: SurveyId) -> Result<Vec<(u32, Vec<u8>)>, Fault> {
    let rows: Vec<(i32, Vec<u8>)> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::survey_id.eq(id)).and(h::drawn.eq(true)))
        .order(h::line)
        .select((h::line, h::sealed))
        .load(c))?;
    rows.into_iter().map(|(line, sealed)| Ok((count(line)?, sealed))).collect()
}

pub fn remove(c: &mut Conn, station: StationId, id: SurveyId) -> Result<(), Fault> {
    let all = h::table.filter(h::station_id.eq(station).and(h::survey_id.eq(id)));
    on!(c, c => diesel::delete(all).execute(c))?;
    Ok(())
}
