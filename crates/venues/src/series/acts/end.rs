//! Ending a series, and doing without one of its dates.
use jiff::Span as Days;
use jiff::civil::Date;

use super::doing::Doing;
use super::place::date_of;
use crate::acts;
use crate::rules::{self, Policy, Refusal, State};
use crate::series::rules::{Outcome, Why};
use crate::series::store::{self as kept, Series};
use crate::store::{self, Reservation};
use crate::{ReservationId, SeriesId};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

/// Ends a series before the day `from` (or before today): what is to come goes back, what was stays. Whoever holds it has
/// the same deadlines as for a single reservation (`by_holder`); what can no longer be given back stays. Doing it twice is
/// fine. Returns what went back.
pub fn end_from(
    c: &mut Conn,
    doing: &Doing<'_>,
    id: SeriesId,
    (from, by_holder): (Date, bool),
) -> Result<Vec<ReservationId>, Not<Refusal>> {
    let station = doing.station.id;
    let seen = kept::by_id(c, station, id)?;
    store::hold(c, station, seen.venue)?;
    let series = kept::by_id(c, station, id)?;
    if series.terms.ends_on.is_some_and(|last| last < from.max(doing.today())) {
        return Ok(vec![]);
    }
    let policy = doing.offering_of(c, &series)?.policy;
    let from = from.max(doing.today());
    let (mut back, mut last) = (vec![], from.saturating_sub(Days::new().days(1)));
    for (on, r) in to_come(c, doing, &series, from)? {
        if give_back(c, doing, &r, (&policy, by_holder))? {
            back.push(r.id);
        } else {
            last = last.max(on);
        }
    }
    let after = last.saturating_add(Days::new().days(1));
    kept::drop_unbooked_from(c, station, id, after)?;
    kept::set_end(c, station, id, last, doing.now)?;
    doing.give_to_who_waits(c, series.venue)?;
    doing.record(c, "series.ended", id, &serde_json::json!({ "venue": series.venue, "given_back": back }))?;
    Ok(back)
}

/// The live reservations of dates from `from` on whose time has not begun.
pub(super) fn to_come(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    from: Date,
) -> Result<Vec<(Date, Reservation)>, Fault> {
    let mut found = vec![];
    for dated in kept::dates_of(c, doing.station.id, series.id)? {
        let Some(id) = dated.outcome.reservation().filter(|_| dated.on >= from) else { continue };
        let r = store::by_id(c, doing.station.id, id)?;
        let waits = matches!(r.state_at(doing.now), State::Held | State::Confirmed);
        if waits && r.span.from > doing.now {
            found.push((dated.on, r));
        }
    }
    Ok(found)
}

/// Whether it went back: a person's deadline may be over.
fn give_back(
    c: &mut Conn,
    doing: &Doing<'_>,
    r: &Reservation,
    (policy, by_holder): (&Policy, bool),
) -> Result<bool, Fault> {
    if rules::cancel(doing.now, &r.standing(policy.cancel_until), !by_holder).is_err() {
        return Ok(false);
    }
    acts::end(c, doing.house, doing.station, r, (State::Cancelled, doing.now, doing.by))?;
    Ok(true)
}

/// Does without one date: its reservation goes back, or a clash is settled. Doing it twice is fine.
pub fn give_up(
    c: &mut Conn,
    doing: &Doing<'_>,
    id: SeriesId,
    (on, by_holder): (Date, bool),
) -> Result<(), Not<Refusal>> {
    let station = doing.station.id;
    let seen = kept::by_id(c, station, id)?;
    store::hold(c, station, seen.venue)?;
    let series = kept::by_id(c, station, id)?;
    let dated = date_of(c, doing, &series, on)?;
    match dated.outcome.reservation() {
        None if dated.outcome == Outcome::Skipped(Why::GivenUp) => return Ok(()),
        None => kept::set_date(c, station, (id, on), &Outcome::Skipped(Why::GivenUp), doing.now)?,
        Some(r) => {
            let r = store::by_id(c, station, r)?;
            if r.state_at(doing.now) == State::Cancelled {
                return Ok(());
            }
            let policy = doing.offering_of(c, &series)?.policy;
            rules::cancel(doing.now, &r.standing(policy.cancel_until), !by_holder)?;
            acts::end(c, doing.house, doing.station, &r, (State::Cancelled, doing.now, doing.by))?;
        }
    }
    doing.give_to_who_waits(c, series.venue)?;
    doing.record(c, "series.date-given-up", id, &serde_json::json!({ "venue": series.venue, "on": on }))?;
    Ok(())
}
