//! What a desk does with a ticket between calling it and being done.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Actor, away, step};
use crate::TicketId;
use crate::rules::{DeskId, Done, LineId, MatterId, OfficialId, Outcome, Refusal, State};
use crate::store::{self, Kept};
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// One press at a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Press {
    /// They are in the hall: the desk saw them.
    Arrive,
    /// Out of turn: the clerk sees somebody who should not wait.
    Call(DeskId),
    Recall,
    /// Who was called has come.
    Serve,
    /// Done, with what became of each matter; what is not named is done.
    Finish(Vec<(MatterId, Outcome)>),
    Miss,
    Pause,
    Resume(DeskId),
    Hold(OfficialId),
    Release,
    Transfer(LineId, Option<OfficialId>),
    /// Ended unserved, and why.
    Close(String),
}

/// How the ticket stands after it: a program asks again, a page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub state: State,
    pub version: i32,
}

/// Takes a press on the ticket that was seen at `version`.
///
/// # Errors
/// [`Refusal::Changed`] if the ticket has changed since, [`Refusal::NotNow`] if the press does not follow from where it stands.
pub async fn press(
    house: &House,
    station: &Arc<Station>,
    (id, version): (TicketId, Option<i32>),
    (press, staff): (Press, StaffId),
    once: Option<Once>,
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let by = Actor::Staff(staff).by();
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, (&h, &station), (id, version), (&press, now, by)))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    at: (&House, &Station),
    (id, version): (TicketId, Option<i32>),
    (press, now, by): (&Press, Timestamp, By),
) -> Result<After, Not<Refusal>> {
    let (_, station) = at;
    let kept = store::by_id(c, station.id, id)?;
    if version.is_some_and(|seen| seen != kept.ticket.version) {
        return Err(Refusal::Changed.into());
    }
    let done = match press {
        Press::Finish(outcomes) => {
            for (matter, outcome) in outcomes {
                store::set_outcome(c, station.id, (id, *matter), *outcome)?;
            }
            let after = finish(c, station, &kept, (now, by))?;
            return Ok(After { state: after.ticket.state, version: after.ticket.version });
        }
        Press::Resume(desk) => return resume(c, station, &kept, *desk, (now, by)),
        Press::Arrive => Done::Arrive,
        Press::Call(desk) => Done::Call(*desk),
        Press::Recall => Done::Recall,
        Press::Serve => Done::Serve,
        Press::Miss => Done::Miss,
        Press::Pause => Done::Pause,
        Press::Hold(official) => {
            store::official(c, station.id, *official)?;
            Done::Hold(*official)
        }
        Press::Release => Done::Release,
        Press::Transfer(line, official) => {
            store::lines(c, station.id)?.iter().find(|l| l.id == *line).ok_or(Refusal::NoMatter)?;
            if let Some(official) = official {
                store::official(c, station.id, *official)?;
            }
            Done::Transfer(*line, *official)
        }
        Press::Close(reason) => Done::Close(reason.clone()),
    };
    let mut after = step::take(c, station, &kept, &done, (now, by))?;
    match done {
        Done::Hold(official) => away::tell_return(c, at, (id, official), (now, by))?,
        Done::Arrive => after = away::release_if_in(c, station, after, (now, by))?,
        _ => {}
    }
    Ok(After { state: after.ticket.state, version: after.ticket.version })
}

/// Done; a matter of which nothing else was said is done too.
pub(super) fn finish(c: &mut Conn, station: &Station, kept: &Kept, how: (Timestamp, By)) -> Result<Kept, Not<Refusal>> {
    let after = step::take(c, station, kept, &Done::Finish, how)?;
    for (matter, _, outcome) in store::matters_of(c, station.id, kept.id)? {
        if outcome == Outcome::Open {
            store::set_outcome(c, station.id, (kept.id, matter), Outcome::Done)?;
        }
    }
    Ok(after)
}

/// Goes on with somebody who was paused, at whichever desk has time.
fn resume(
    c: &mut Conn,
    station: &Station,
    kept: &Kept,
    desk: DeskId,
    how: (Timestamp, By),
) -> Result<After, Not<Refusal>> {
    let there = Kept { ticket: crate::rules::Ticket { desk: Some(desk), ..kept.ticket.clone() }, ..kept.clone() };
    let after = step::take(c, station, &there, &Done::Resume, how)?;
    Ok(After { state: after.ticket.state, version: after.ticket.version })
}
