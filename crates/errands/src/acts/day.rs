//! What time decides: who is woken, whose missed call is over, and how a day ends. Nobody becomes "served" by it.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::{Actor, away, day_of, step};
use crate::answers;
use crate::expected;
use crate::reach;
use crate::rules::{self, Closing, Done, Ended, EndedMatter, Place, Presence, Refusal, State, Step, Way};
use crate::store::{self, Kept};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::outbox;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Declarations are forgotten after this; then only minutes of all officials together are left. PRODUCT.md, part 3.
const PRESENCE_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Who had a ticket is forgotten so many days after its day.
const NAMES_KEPT: i64 = 30;
/// What somebody had to be told is forgotten after this: it says who came for what.
const CALLS_KEPT: SignedDuration = outbox::KEPT;
/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;
/// The reason of what nobody closed: the key of a text.
pub(crate) const DAY_OVER: &str = "errands-day-over";

/// The reason of who went while the program was away: the key of a text.
pub(crate) const OUTAGE: &str = "errands-outage";

/// The manager ends the day: whoever still has a ticket is told why nothing more comes of it. Returns how many.
pub async fn close_day(
    house: &House,
    station: &Arc<Station>,
    (reason, staff): (String, StaffId),
    once: Option<Once>,
) -> Result<usize, Not<Refusal>> {
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason.into());
    }
    let (station, now) = (station.clone(), house.now());
    let by = Actor::Staff(staff).by();
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| close(c, &station, &reason, (now, by)));
    house.db.write(work).await
}

fn close(c: &mut Conn, station: &Station, reason: &str, how: (Timestamp, By)) -> Result<usize, Not<Refusal>> {
    let standing = store::standing_on(c, station.id, day_of(station, how.0))?;
    // Somebody who sits at a desk is served, and the clerk says how that ends.
    let left: Vec<&Kept> = standing.iter().filter(|k| k.ticket.state != State::Serving).collect();
    for kept in &left {
        step::take(c, station, kept, &Done::Close(reason.to_owned()), how)?;
    }
    Ok(left.len())
}

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    while house
        .db
        .write({
            let h = house.clone();
            move |c| away::late(c, &h, h.now(), AT_ONCE)
        })
        .await?
    {}
    while house
        .db
        .write({
            let h = house.clone();
            move |c| settle_due(c, h.now())
        })
        .await?
    {}
    while house
        .db
        .write({
            let h = house.clone();
            move |c| count_past(c, &h, h.now())
        })
        .await?
    {}
    while house
        .db
        .write({
            let h = house.clone();
            move |c| forget_presences(c, h.now())
        })
        .await?
    {}
    let now = house.now();
    while house.db.write(move |c| expected::learn(c, now)).await? {}
    while house.db.write(move |c| reach::lapse(c, now, AT_ONCE)).await? {}
    while house.db.write(move |c| reach::forget_old(c, now - CALLS_KEPT, AT_ONCE)).await? {}
    house.db.write(move |c| store::forget_names(c, before(now, NAMES_KEPT + 1))).await?;
    house.db.write(move |c| store::forget_carriers(c, before(now, NAMES_KEPT + 1))).await?;
    Ok(())
}

/// The day in UTC, so many days before `now`: no station's own day is further than one from it.
fn before(now: Timestamp, days: i64) -> Date {
    now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub(days.days())
}

/// Wakes what was deferred until now, and ends what was missed and not made good, or booked and not come for. Whether there may
/// be more.
fn settle_due(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let due = store::due(c, now, AT_ONCE)?;
    for (station, kept) in &due {
        let station = stations::by_id(c, *station)?;
        let done = match kept.ticket.state {
            State::Deferred => Done::Wake,
            State::Missed | State::Booked => Done::Expire,
            _ => continue,
        };
        settled(step::take(c, &station, kept, &done, (now, By::Program)))?;
    }
    Ok(due.len() as i64 == AT_ONCE)
}

/// What somebody else has settled meanwhile is settled.
fn settled(taken: Result<Kept, Not<Refusal>>) -> Result<(), Fault> {
    match taken {
        Ok(_) | Err(Not::Refused(Refusal::Changed | Refusal::NotNow(_))) => Ok(()),
        Err(Not::Refused(odd)) => Err(Fault::broken(format!("time could not settle a ticket: {odd:?}"))),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

/// Days that are over: what still stands is closed with that reason, and each ticket becomes a fact that names nobody.
fn count_past(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let mut counted = 0;
    // The oldest first: where the first of a station's own day stands, there is nothing past behind it.
    for (station, kept) in &store::uncounted(c, before(now, -1), AT_ONCE)? {
        let station = stations::by_id(c, *station)?;
        if kept.day >= day_of(&station, now) {
            continue;
        }
        counted += 1;
        let mut kept = kept.clone();
        if kept.ticket.state.stands() {
            let closing = Done::Close(DAY_OVER.to_owned());
            kept = match step::take(c, &station, &kept, &closing, (now, By::Program)) {
                Ok(closed) => closed,
                Err(not) => return settled(Err(not)).map(|()| true),
            };
        }
        count(c, house, &station, &kept)?;
        store::mark_counted(c, station.id, kept.id)?;
    }
    Ok(counted == AT_ONCE)
}

fn count(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<(), Fault> {
    let (log, ticket) = (answers::log(c, station, kept)?, &kept.ticket);
    let matters: Vec<EndedMatter> = store::matters_of(c, station.id, kept.id)?
        .into_iter()
        .map(|(id, _, outcome)| EndedMatter { id, outcome })
        .collect();
    let outcomes: Vec<_> = matters.iter().map(|m| m.outcome).collect();
    let spent = rules::spent(&log);
    // Paper says what became of somebody, not how long it took.
    let timed = kept.way != Way::Pad || log.len() > 1;
    let closing = match ticket.reason == DAY_OVER {
        true => Closing::ByNight { called: log.iter().any(|i| i.step == Step::Call) },
        false => Closing::ByDesk,
    };
    let came = ticket.place == Place::OnSite;
    let ended = Ended {
        line: kept.line,
        matters,
        state: ticket.state,
        way: kept.way,
        came,
        from_afar: came && log.first().is_some_and(|i| i.place == Place::Remote),
        seen_at: if came { rules::seen_at(&log, kept.drawn_at) } else { None },
        waited_s: timed.then(|| spent.waited.as_secs()),
        served_s: timed.then(|| spent.served.as_secs()),
        wasted: rules::is_wasted(ticket.state, ticket.place, &outcomes, closing),
    };
    fact::record(c, station.id, house.new_id(), "ticket-ended", (kept.day, kept.drawn_at), &ended)
}

/// Declarations older than thirty days become minutes of a day, of all officials together.
fn forget_presences(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let old = store::older_than(c, now - PRESENCE_KEPT, AT_ONCE)?;
    for (station, row) in &old {
        let station = stations::by_id(c, *station)?;
        let day = day_of(&station, row.from_at);
        let midnight = answers::instant(&station, day.saturating_add(1.day()).at(0, 0, 0, 0))?;
        let next = store::after(c, station.id, row.official, row.number)?;
        let until = [next, row.back_at].into_iter().flatten().fold(midnight, Timestamp::min);
        let minutes = until.duration_since(row.from_at).as_mins().max(0);
        if row.presence != Presence::Unknown {
            store::add_minutes(c, station.id, (day, row.presence), i32::try_from(minutes).unwrap_or(0))?;
        }
        store::remove(c, station.id, row.official, row.number)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
