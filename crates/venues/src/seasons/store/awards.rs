//! One row per slot that somebody has in the end.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::seasons::schema::season_awards as w;
use crate::{ApplicationId, RoundId, SeriesId};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// An award and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    pub application: ApplicationId,
    pub slot: i32,
    pub series: Option<SeriesId>,
    /// The code of the refusal, if it could not become a series.
    pub problem: Option<String>,
}

/// By slot, then by application.
pub fn of_round(c: &mut Conn, station: StationId, round: RoundId) -> Result<Vec<Given>, Fault> {
    let rows: Vec<(ApplicationId, i32, Option<SeriesId>, Option<String>)> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::round_id.eq(round)))
        .order((w::slot, w::application_id))
        .select((w::application_id, w::slot, w::series_id, w::problem))
        .load(c))?;
    let given = |(application, slot, series, problem)| Given { application, slot, series, problem };
    Ok(rows.into_iter().map(given).collect())
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    round: RoundId,
    (application, slot): (ApplicationId, i32),
) -> Result<(), Fault> {
    let row =
        ((w::station_id.eq(station), w::round_id.eq(round)), (w::application_id.eq(application), w::slot.eq(slot)));
    on!(c, c => diesel::insert_into(w::table).values(row).execute(c))?;
    Ok(())
}

/// The first award that is still to be made: by slot, so that rooms are filled in one order.
pub fn to_make(c: &mut Conn, station: StationId, round: RoundId) -> Result<Option<(ApplicationId, i32)>, Fault> {
    Ok(on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::round_id.eq(round)).and(w::tried_at.is_null()))
        .order((w::slot, w::application_id))
        .select((w::application_id, w::slot))
        .first(c)
        .optional())?)
}

/// What became of it; `now` is `None` when it shall be tried again.
pub fn set_tried(
    c: &mut Conn,
    at: (StationId, RoundId, ApplicationId, i32),
    (series, problem): (Option<SeriesId>, Option<&str>),
    now: Option<Timestamp>,
) -> Result<(), Fault> {
    on!(c, c => diesel::update(w::table.find(at))
        .set((w::series_id.eq(series), w::problem.eq(problem), w::tried_at.eq(now.map(Ts))))
        .execute(c))?;
    Ok(())
}
