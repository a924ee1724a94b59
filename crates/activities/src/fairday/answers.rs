//! Which fair: the one that is on, the next, the last. A fair is an occurrence of a series of that kind.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;
use stations::Station;

use crate::rules::{Kind, State};
use crate::schema::activity_series as s;
use crate::schema::occurrences as o;
use crate::store::{self, Occurrence, Series};
use crate::{OccurrenceId, SeriesId};

/// One fair.
#[derive(Debug, Clone)]
pub struct FairDay {
    pub occurrence: Occurrence,
    pub series: Series,
}

impl FairDay {
    pub fn title(&self) -> &str {
        self.occurrence.title.as_deref().unwrap_or(&self.series.plan.title)
    }

    /// The day on which it really is.
    pub fn day(&self, station: &Station) -> Date {
        stations::wall(self.occurrence.starts_at, &station.zone).date()
    }

    pub fn is_on(&self) -> bool {
        self.occurrence.state == State::On
    }
}

/// A fair by its id; what is no fair is not found.
pub fn fair(c: &mut Conn, station: &Station, id: OccurrenceId) -> Result<FairDay, Fault> {
    let occurrence = store::occurrence(c, station.id, id)?;
    let series = store::series(c, station.id, occurrence.series)?;
    if series.plan.kind != Kind::Fair {
        return Err(Fault::NotFound);
    }
    Ok(FairDay { occurrence, series })
}

/// Fairs by their ids, in the order of those.
fn fairs(c: &mut Conn, station: &Station, ids: &[OccurrenceId]) -> Result<Vec<FairDay>, Fault> {
    let times = store::occurrences(c, station.id, ids)?;
    let series: Vec<SeriesId> = times.iter().map(|one| one.series).collect();
    let series = store::series_of(c, station.id, &series)?;
    let fair = |id: &OccurrenceId| {
        let occurrence = times.iter().find(|one| one.id == *id)?.clone();
        let series = series.iter().find(|s| s.id == occurrence.series)?.clone();
        Some(FairDay { occurrence, series })
    };
    Ok(ids.iter().filter_map(fair).collect())
}

/// The next fairs that are not over, the soonest first, called off or not.
pub fn coming(c: &mut Conn, station: &Station, now: Timestamp, most: i64) -> Result<Vec<FairDay>, Fault> {
    let ids: Vec<OccurrenceId> = on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .filter(o::station_id.eq(station.id).and(s::kind.eq(Lit::<1>)).and(o::ends_at.gt(Ts(now))))
        .order((o::ends_at, o::id))
        .limit(most)
        .select(o::id)
        .load(c))?;
    fairs(c, station, &ids)
}

/// The fair that is on, or the next one that takes place.
pub fn next(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Option<FairDay>, Fault> {
    Ok(coming(c, station, now, 4)?.into_iter().find(FairDay::is_on))
}

/// The last fairs that are over, the newest first.
pub fn past(c: &mut Conn, station: &Station, now: Timestamp, most: i64) -> Result<Vec<FairDay>, Fault> {
    let ids: Vec<OccurrenceId> = on!(c, c => o::table
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .filter(o::station_id.eq(station.id).and(s::kind.eq(Lit::<1>)).and(o::ends_at.le(Ts(now))))
        .filter(o::state.eq(Lit::<0>))
        .order((o::ends_at.desc(), o::id))
        .limit(most)
        .select(o::id)
        .load(c))?;
    fairs(c, station, &ids)
}

/// The fair of the same series after this one, for whoever plans ahead.
pub fn after(c: &mut Conn, station: &Station, fair: &FairDay) -> Result<Option<FairDay>, Fault> {
    let all = store::of_series(c, station.id, fair.occurrence.series)?;
    let next = all.into_iter().find(|x| x.on > fair.occurrence.on && x.state == State::On);
    next.map(|occurrence| Ok(FairDay { occurrence, series: fair.series.clone() })).transpose()
}
