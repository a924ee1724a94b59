//! The times of a series, as far ahead as they are there.
use jiff::civil::Date;
use jiff::{SignedDuration, Span as Days, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;

use super::doing::Doing;
use super::rooms::{self, Clashes};
use crate::OccurrenceId;
use crate::rules::{Plan, State};
use crate::store::{self, Occurrence, Series};

/// A series is looked at once a day: a day more comes within reach, holidays are published, rooms are lost.
const AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// A time of a plan on a day; `None` where the zone does not have it.
pub fn time_on(doing: &Doing<'_>, series: &Series, on: Date) -> Option<Occurrence> {
    let span = series.plan.terms.span_on(on, &doing.station.zone)?;
    Some(Occurrence::new(OccurrenceId(doing.house.new_id()), series, on, span, doing.now))
}

/// Whether a plan takes place on a day, as far as public holidays say.
pub fn takes_place(doing: &Doing<'_>, plan: &Plan, on: Date) -> bool {
    !plan.terms.skips_holidays || stations::calendar(doing.house).holiday(on).is_none()
}

/// The days of a plan from `from` up to where they are there.
pub fn days(doing: &Doing<'_>, plan: &Plan, from: Date) -> Vec<Date> {
    days_until(doing, plan, (from, plan.terms.horizon(doing.today())))
}

/// The days of a plan, both ends included.
pub fn days_until(doing: &Doing<'_>, plan: &Plan, (from, until): (Date, Date)) -> Vec<Date> {
    let all = plan.terms.dates(from, until).unwrap_or_default();
    all.into_iter().filter(|on| takes_place(doing, plan, *on)).collect()
}

/// Adds times on those of `days` that are not over at `since`.
pub fn add(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    (days, since): (&[Date], Timestamp),
    clashes: &mut Clashes,
) -> Result<usize, Fault> {
    let mut added = 0;
    for on in days {
        let Some(mut one) = time_on(doing, series, *on).filter(|one| one.ends_at > since) else { continue };
        rooms::settle(c, doing, &series.plan, &mut one)?;
        clashes.count(&series.plan, &one);
        store::insert_occurrence(c, doing.station.id, &one)?;
        added += 1;
    }
    Ok(added)
}

/// Every time up to today's horizon is there; the series is looked at again as long as anything may come of it.
pub fn looked(c: &mut Conn, doing: &Doing<'_>, series: &mut Series) -> Result<(), Fault> {
    let horizon = series.plan.terms.horizon(doing.today());
    let all = store::of_series(c, doing.station.id, series.id)?;
    let waits = all.iter().any(|one| one.state == State::On && one.ends_at > doing.now);
    let more = waits || !series.plan.terms.is_over(horizon.saturating_add(Days::new().days(1)));
    series.known_until = Some(horizon);
    series.look_at = more.then(|| doing.now + AGAIN);
    store::set_series(c, doing.station.id, series)
}
