//! What the figures are counted from: facts of days, read as ranges. No ticket, no person and no official is looked at.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use kernel::share::Share;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use stations::Station;

use super::rules::{Counts, Period, PresenceDay, Promise, Row, Week, rows};
use crate::answers::wall;
use crate::expected;
use crate::ratings::rules::{Level, Outcome, fixed_on};
use crate::rules::Ended;

/// So many months can be chosen.
const MONTHS: usize = 13;

/// The figures of a period.
#[derive(Debug, Clone)]
pub struct Measured {
    pub period: Period,
    pub rows: Vec<Row>,
    /// Trips for nothing, week by week.
    pub weeks: Vec<Week>,
    /// Ratings are known of days before this one.
    pub rated_until: Date,
}

#[derive(Deserialize)]
struct Rated {
    level: Level,
}

#[derive(Deserialize)]
struct CalledBack {
    outcome: Option<Outcome>,
}

fn read<T: DeserializeOwned>(
    c: &mut Conn,
    station: StationId,
    kind: &str,
    days: Period,
) -> Result<Vec<(Date, T)>, Fault> {
    let facts = fact::between(c, station, kind, days.from, days.until)?;
    let odd = |e| Fault::broken(format!("a fact “{kind}” cannot be read: {e}"));
    facts.into_iter().map(|f| Ok((f.on, serde_json::from_value(f.data).map_err(odd)?))).collect()
}

pub fn measured(c: &mut Conn, station: &Station, period: Period, now: Timestamp) -> Result<Measured, Fault> {
    let (at, today) = (station.id, wall(station, now).date());
    // A day's ratings are fixed on the second day after it; until then nobody knows how many there will be.
    let rated_until = today.saturating_sub(fixed_on(today) - today).saturating_add(1.day());
    let mut counts = Counts::default();
    let ended: Vec<(Date, Ended)> = read(c, at, "ticket-ended", period)?;
    counts.visits(period, &ended, rated_until);
    for (_, promise) in read::<Promise>(c, at, "promise-ended", period)? {
        counts.promise(promise);
    }
    for (_, rated) in read::<Rated>(c, at, "rating-given", period.before(rated_until))? {
        counts.rated(rated.level);
    }
    for (_, called) in read::<CalledBack>(c, at, "call-back-ended", period)? {
        counts.called_back(called.outcome);
    }
    for (_, day) in read::<PresenceDay>(c, at, "presence-day", period)? {
        counts.present(day);
    }
    let held = expected::held(c, at)?;
    let rows = rows(&counts, Share::new(held.held, held.judged));
    Ok(Measured { period, rows, weeks: counts.weeks, rated_until })
}

/// The months of which something is counted, and this one, the newest first.
pub fn months(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Period>, Fault> {
    let this = Period::month(wall(station, now).date());
    let first = fact::first_day(c, station.id, "ticket-ended")?.map_or(this, Period::month);
    let mut all = vec![this];
    while let Some(last) = all.last().copied().filter(|m| m.from > first.from && all.len() < MONTHS) {
        all.push(Period::month(last.from.saturating_sub(1.day())));
    }
    Ok(all)
}
