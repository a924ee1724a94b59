//! All times that are to come become others, or those from one on; or there are no more.
use std::sync::Arc;

use jiff::Span as Days;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::dates;
use super::doing::{Doing, Ports};
use super::rooms::{self, Clashes};
use crate::SeriesId;
use crate::rules::{self, Plan, Refusal, State, go_on};
use crate::store::{self, Occurrence, Series};

/// Which change, of what.
#[derive(Debug, Clone)]
pub struct Going {
    pub id: SeriesId,
    /// Its sequence as whoever writes has read it.
    pub seen: Option<i32>,
    /// From this day of the rule on; `None` = all that are to come.
    pub from: Option<Date>,
    pub plan: Plan,
    /// Also where its room cannot be had.
    pub anyway: bool,
}

/// Changes a series from a day on. What has been stays as it was: with earlier times before that day, the rest goes on as a
/// series of its own, which is returned. Times keep their ids, and so their entries in calendars and who has a place.
pub async fn change(
    house: &House,
    (ports, station): (Ports, &Arc<Station>),
    going: Going,
    (staff, once): (StaffId, Option<Once>),
) -> Result<SeriesId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let doing = Doing { house: &h, station: &station, ports, now, by: By::Staff(staff.0) };
            changed(c, &doing, &going)
        })
    };
    house.db.write(work).await
}

fn changed(c: &mut Conn, doing: &Doing<'_>, going: &Going) -> Result<SeriesId, Not<Refusal>> {
    let station = doing.station.id;
    let old = store::hold_series(c, station, going.id)?;
    if going.seen.is_some_and(|seen| seen != old.sequence) {
        return Err(Refusal::Changed.into());
    }
    let all = store::hold_of_series(c, station, old.id)?;
    let from = going.from.unwrap_or(Date::MIN);
    let to_come = |one: &&Occurrence| one.on >= from && one.starts_at > doing.now;
    let (there, off): (Vec<_>, Vec<_>) = all.iter().filter(to_come).cloned().partition(|one| one.state == State::On);
    let splits = going.from.is_some() && all.iter().any(|one| one.on < from);
    let first = there.first().map_or(doing.today(), |one| one.on).max(doing.today());
    let mut series = going_on(doing, &old, (going, first), splits);
    if splits {
        ended_before(c, doing, &old, from)?;
        store::insert_series(c, station, &series)?;
    } else {
        store::set_series(c, station, &series)?;
    }
    let horizon = series.plan.terms.horizon(doing.today());
    // What is there already beyond where days are there now stays too, if it is a day of the rule.
    let last = there.last().map_or(horizon, |one| one.on.max(horizon));
    let since = series.plan.terms.starts_on.max(doing.today());
    let mut days = dates::days_until(doing, &series.plan, (since, last));
    // A day that was called off stays so, and what has begun goes on.
    let new = |on: Date| on <= horizon && all.iter().all(|one| one.on != on);
    days.retain(|on| there.iter().any(|one| one.on == *on) || new(*on));
    if days.is_empty() {
        return Err(Refusal::NoDates.into());
    }
    let old_days: Vec<Date> = there.iter().map(|one| one.on).collect();
    let (become_of, new) = go_on(&old_days, &days);
    let mut clashes = Clashes::default();
    for (before, becomes) in there.iter().zip(become_of) {
        follow(c, doing, &series, (before, becomes), &mut clashes)?;
    }
    for before in off.iter().filter(|_| splits) {
        store::set_occurrence(c, station, &Occurrence { series: series.id, ..before.clone() })?;
    }
    dates::add(c, doing, &series, (&new, doing.now), &mut clashes)?;
    clashes.judged(c, doing, going.anyway)??;
    dates::looked(c, doing, &mut series)?;
    doing.record(c, "activity.changed", series.id, &serde_json::json!({ "from": going.from, "of": old.id }))?;
    Ok(series.id)
}

/// The series as it is from now on. A rule that stays counts its days from where it is; another one begins with the split.
fn going_on(doing: &Doing<'_>, old: &Series, (going, first): (&Going, Date), splits: bool) -> Series {
    let (mut plan, before) = (going.plan.clone(), &old.plan.terms);
    // Where it ended, or goes on as another one, it still does.
    plan.terms.ends_on = before.ends_on;
    if let Some(from) = going.from.filter(|_| splits) {
        let rest = before.going_on_from(first).ok().filter(|_| plan.terms.rule == before.rule);
        (plan.terms.rule, plan.terms.starts_on) = match rest {
            Some(rest) => (rest.rule, rest.starts_on),
            None => (plan.terms.rule, plan.terms.starts_on.max(from)),
        };
    }
    let row = Series { plan, sequence: old.sequence + 1, changed_at: doing.now, ..old.clone() };
    match splits {
        false => row,
        true => {
            let id = SeriesId(doing.house.new_id());
            Series { id, split_from: Some(old.id), made_at: doing.now, known_until: None, ..row }
        }
    }
}

/// What has been of a series that goes on as another one.
fn ended_before(c: &mut Conn, doing: &Doing<'_>, old: &Series, from: Date) -> Result<(), Fault> {
    let mut rest = old.clone();
    rest.plan.terms.ends_on = Some(from.saturating_sub(Days::new().days(1)));
    rest.sequence += 1;
    rest.changed_at = doing.now;
    store::set_series(c, doing.station.id, &rest)
}

/// One time that is there follows the plan of `series`.
fn follow(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    (before, becomes): (&Occurrence, rules::Going),
    clashes: &mut Clashes,
) -> Result<(), Fault> {
    let plan = &series.plan;
    let mut after = Occurrence { series: series.id, ..before.clone() };
    match becomes {
        rules::Going::Stays => {}
        rules::Going::Moves(on) => after.on = on,
        rules::Going::Falls => after.state = State::CalledOff,
    }
    if let Some((starts_at, ends_at)) = plan.terms.span_on(after.on, &doing.station.zone).filter(|_| !after.moved) {
        (after.starts_at, after.ends_at) = (starts_at, ends_at);
    }
    if !after.own_capacity {
        // Nobody who has a place loses it.
        after.capacity = plan.capacity.map(|places| places.max(after.taken));
    }
    rooms::settle(c, doing, plan, &mut after)?;
    clashes.count(plan, &after);
    doing.keep(c, series, before, after)?;
    Ok(())
}

/// Which series ends, from which day on (`None` = now), and why, for everybody.
#[derive(Debug, Clone)]
pub struct End {
    pub id: SeriesId,
    pub from: Option<Date>,
    pub reason: String,
}

/// Ends a series: all that would have been is called off. Twice is once; what ends later may still end earlier.
pub async fn end(
    house: &House,
    (ports, station): (Ports, &Arc<Station>),
    end: End,
    staff: StaffId,
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let doing = Doing { house: &h, station: &station, ports, now, by: By::Staff(staff.0) };
        let mut series = store::hold_series(c, station.id, end.id)?;
        let from = end.from.unwrap_or(Date::MIN);
        let last = end.from.unwrap_or(doing.today()).saturating_sub(Days::new().days(1));
        if series.ended_at.is_some() && series.plan.terms.ends_on.is_some_and(|on| on <= last) {
            return Ok(());
        }
        series.plan.terms.ends_on = Some(series.plan.terms.ends_on.map_or(last, |on| on.min(last)));
        (series.ended_at, series.changed_at, series.sequence) = (Some(now), now, series.sequence + 1);
        for before in store::of_series(c, station.id, series.id)? {
            if before.on < from || before.starts_at <= now || before.state == State::CalledOff {
                continue;
            }
            let mut after = Occurrence { state: State::CalledOff, reason: end.reason.clone(), ..before.clone() };
            rooms::settle(c, &doing, &series.plan, &mut after)?;
            doing.keep(c, &series, &before, after)?;
        }
        dates::looked(c, &doing, &mut series)?;
        doing.record(c, "activity.ended", series.id, &serde_json::json!({ "from": end.from }))?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}
