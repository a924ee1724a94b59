//! One step of papers that were left: decided by the rule, kept, written into their log, told to their owner.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::leave::end_consent;
use super::tell::{about, end, promise, revise, tell};
use crate::acts::Actor;
use crate::reach;
use crate::receipts::ReceiptId;
use crate::receipts::rules::{self, NoReceipt, State, Step};
use crate::receipts::store::{self, Kept};

pub async fn step(
    house: &House,
    station: &Arc<Station>,
    (id, step): (ReceiptId, Step),
    (staff, once): (StaffId, Option<Once>),
) -> Result<State, Not<NoReceipt>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (id, &step), staff, now))
    };
    let after: i16 = house.db.write(work).await?;
    State::of(after).ok_or_else(|| Fault::broken("a receipt's state that there is not").into())
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, step): (ReceiptId, &Step),
    staff: StaffId,
    now: Timestamp,
) -> Result<i16, Not<NoReceipt>> {
    let before = store::hold(c, station.id, id)?;
    let state = rules::step(now, before.state, step)?;
    let after = Kept {
        state,
        since: if state == before.state { before.since } else { now },
        note: match step {
            Step::Needs(note) => note.trim().to_owned(),
            _ => String::new(),
        },
        ready_at: match step {
            Step::Brought(at) | Step::Later(at) => *at,
            _ => before.ready_at,
        },
        ..before.clone()
    };
    if after == before {
        return Ok(state as i16);
    }
    let after = Kept { steps: before.steps + 1, ..after };
    store::set(c, station.id, &after)?;
    store::add_step(c, station.id, &after, (now, staff))?;
    let by = Actor::Staff(staff).by();
    let kind = match step {
        Step::Later(_) => "receipt.later".to_owned(),
        _ => format!("receipt.{}", state.name()),
    };
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({}))?;
    follow(c, house, station, (&after, step), (now, by))?;
    Ok(state as i16)
}

/// What the step means for what was promised, and what their owner is told.
fn follow(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (after, step): (&Kept, &Step),
    how: (Timestamp, event::By),
) -> Result<(), Fault> {
    let now = how.0;
    match step {
        Step::Start => Ok(()),
        Step::Ready => {
            end(c, station, (after, true), how)?;
            tell(c, house, station, after, ("receipt-ready", "receipt-told-ready", now)).map(|_| ())
        }
        Step::Needs(_) => {
            let reached = tell(c, house, station, after, ("receipt-needs-more", "receipt-told-needs-more", now))?;
            revise(c, house, station, (after, false, reached), how)
        }
        Step::Later(_) => {
            let reached = tell(c, house, station, after, ("receipt-later", "receipt-told-later", now))?;
            revise(c, house, station, (after, true, reached), how)
        }
        // They stand there and are told to their face.
        Step::Brought(_) => {
            reach::forget_about(c, station.id, about(after))?;
            promise(c, house, station, after, how)
        }
        Step::HandBack => {
            reach::forget_about(c, station.id, about(after))?;
            end(c, station, (after, false), how)?;
            end_consent(c, station, after, now)
        }
    }
}
