//! What whoever holds a ticket does with it, from home or at the kiosk. Its address is the key: it cannot be guessed.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::away::{self, Instead};
use super::{Actor, After, step};
use crate::TicketId;
use crate::rules::{self, Done, Place, Refusal, State, Ticket};
use crate::store::{self, Kept};

/// How many at the front of a line decide where somebody is put who comes back.
const FRONT: i64 = 4;

/// What whoever holds a ticket does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// They are in the hall.
    Arrive,
    /// Not to be called before then; the place in the order stays.
    Defer(Timestamp),
    /// Back after a missed call.
    Return,
    Cancel,
    /// Another way than to wait for an official.
    Instead(Instead),
}

impl Own {
    /// Pressed twice is pressed once, also by somebody whose page is older than the ticket.
    fn is_done(self, t: &Ticket) -> bool {
        match self {
            Own::Arrive => t.place == Place::OnSite && t.state.stands(),
            Own::Defer(until) => t.state == State::Deferred && t.until_at == Some(until),
            Own::Return => t.place == Place::OnSite && t.state == State::Waiting,
            Own::Cancel => t.state == State::Cancelled,
            Own::Instead(_) => false,
        }
    }
}

/// Takes the step, or finds that it has been taken.
///
/// # Errors
/// [`Refusal::NotNow`] if it does not follow from where the ticket stands, [`Refusal::TooEarly`] for a time that is over,
/// [`Refusal::Changed`] if a desk was faster.
pub async fn take_own(
    house: &House,
    station: &Arc<Station>,
    id: TicketId,
    (own, actor): (Own, Actor),
    once: Option<Once>,
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, (&h, &station), id, (own, actor), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    at: (&House, &Station),
    id: TicketId,
    (own, actor): (Own, Actor),
    now: Timestamp,
) -> Result<After, Not<Refusal>> {
    let (station, how) = (at.1, (now, actor.by()));
    let kept = store::by_id(c, station.id, id)?;
    if own.is_done(&kept.ticket) {
        return Ok(After { state: kept.ticket.state, version: kept.ticket.version });
    }
    let done = match own {
        Own::Arrive => Done::Arrive,
        Own::Defer(until) => Done::Defer(until),
        Own::Cancel => Done::Cancel,
        Own::Instead(instead) => {
            let after = away::keep_instead(c, at, &kept, instead, how)?;
            return Ok(After { state: after.ticket.state, version: after.ticket.version });
        }
        Own::Return => {
            let waiting = store::orders_waiting(c, station.id, kept.ticket.waits_in, FRONT)?;
            Done::Return(rules::after_miss(&waiting, now))
        }
    };
    let mut after = step::take(c, station, &kept, &done, how)?;
    if own == Own::Arrive {
        after = away::release_if_in(c, station, after, how)?;
    }
    Ok(After { state: after.ticket.state, version: after.ticket.version })
}

/// Gives a ticket back inside another change, if that follows from where it stands.
pub(crate) fn give_back(
    c: &mut Conn,
    station: &Station,
    kept: &Kept,
    (now, actor): (Timestamp, Actor),
) -> Result<(), Fault> {
    match step::take(c, station, kept, &Done::Cancel, (now, actor.by())) {
        Ok(_) | Err(Not::Refused(Refusal::NotNow(_))) => Ok(()),
        // Somebody was faster: the whole change is made again, from how things stand then.
        Err(Not::Refused(odd)) => Err(Fault::Clash(format!("a ticket could not be given back: {odd:?}"))),
        Err(Not::Fault(fault)) => Err(fault),
    }
}
