//! What came of what was told: turns teach how long they last, forecasts how far they were off.
use jiff::Timestamp;

use super::store;
use crate::TicketId;
use crate::answers;
use crate::forecast::{Band, Durations, Forecast};
use crate::rules::{Interval, Matter, State, Step, UNDO};
use crate::store as kept;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use stations::Station;

/// So many tickets are learnt from in one transaction.
const AT_ONCE: i64 = 100;

/// Learns from tickets that are over for good: no press on them can be taken back any more. Whether there may be more.
pub fn learn(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let over = store::to_learn(c, now - UNDO, AT_ONCE)?;
    for of_one in over.chunk_by(|a, b| a.0 == b.0) {
        let Some((station, ..)) = of_one.first() else { continue };
        of_station(c, *station, of_one, now)?;
    }
    Ok(i64::try_from(over.len()).is_ok_and(|n| n == AT_ONCE))
}

fn of_station(
    c: &mut Conn,
    station: StationId,
    over: &[(StationId, TicketId, Forecast)],
    now: Timestamp,
) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let (mut durations, mut band) = store::knowledge_held(c, station.id, now)?;
    let matters = answers::matters(c, &station)?;
    for (_, id, told) in over {
        one(c, &station, (*id, told), &matters, (&mut durations, &mut band))?;
        store::mark_learnt(c, station.id, *id)?;
    }
    store::keep_knowledge(c, station.id, (&durations, &band), now)
}

fn one(
    c: &mut Conn,
    station: &Station,
    (id, told): (TicketId, &Forecast),
    matters: &[Matter],
    (durations, band): (&mut Durations, &mut Band),
) -> Result<(), Fault> {
    let ticket = kept::by_id(c, station.id, id)?;
    let log = answers::log(c, station, &ticket)?;
    let called = log.iter().find(|i| i.step == Step::Call).map(|i| i.from);
    if let Forecast::About(about) = told {
        // Of whoever left before the upper end, or asked for another time, nobody knows when they would have been called.
        let moved = log.iter().any(|i| matches!(i.step, Step::Defer | Step::Hold | Step::Transfer | Step::Move));
        let left = called.is_none() && ticket.ticket.since < about.until;
        if !moved && !left {
            about.judge(called, band);
        }
    }
    let Some(called) = called else { return Ok(()) };
    durations.learn_call(!log.iter().any(|i| i.step == Step::Miss));
    // Several matters say nothing about one of them, and a pause is not the matter's.
    if let [(matter, ..)] = kept::matters_of(c, station.id, id)?.as_slice()
        && ticket.ticket.state == State::Done
        && !log.iter().any(is_odd)
        && let Some(matter) = matters.iter().find(|m| m.id == *matter)
    {
        durations.learn(matter.id, matter.draft.minutes, ticket.ticket.since.duration_since(called));
    }
    Ok(())
}

/// A step after which the time from call to end is not that of the turn.
fn is_odd(i: &Interval) -> bool {
    matches!(i.step, Step::Miss | Step::Return | Step::Pause | Step::Hold | Step::Transfer | Step::Move)
}

/// How many of a station's last forecasts were judged, and how many held: called no later than told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub judged: usize,
    pub held: usize,
}

/// For everybody to read: nine of ten should hold.
pub fn held(c: &mut Conn, station: StationId) -> Result<Held, Fault> {
    let (_, band) = store::knowledge(c, station)?;
    let (judged, held) = band.held();
    Ok(Held { judged, held })
}
