//! What the desk does with an opinion.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::once::only_once;
use kernel::refusal::Not;
use people::{Role, StaffAt, StaffId};

use super::doing::{By, Doing};
use super::once::once;
use super::{contact, named};
use crate::answers::{day_of, fresh_id, is_named, visible};
use crate::rules::{self, Move, Refusal, State, Step, text_of};
use crate::store::{self, Kept};
use crate::{CategoryId, OpinionId};

type Done = Result<(), Not<Refusal>>;

/// One act of somebody of staff on one opinion, once.
async fn done(
    doing: &Doing,
    staff: &StaffAt,
    (act, asked, key): (&str, String, Option<&str>),
    work: impl Fn(&mut Conn, &Doing, &StaffAt, Timestamp) -> Done + Send + 'static,
) -> Done {
    let once = once(&doing.house, key, &staff.id.to_string(), (act, &asked));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let whole = move |c: &mut Conn| only_once(c, d.station.id, once.as_ref(), now, |c| work(c, &d, &staff, now));
    doing.house.db.write(whole).await
}

/// A manager has read it: what it is about, and perhaps who looks after it.
pub async fn screen(
    doing: &Doing,
    staff: &StaffAt,
    (id, about, to): (OpinionId, Option<CategoryId>, Option<StaffId>),
    key: Option<&str>,
) -> Done {
    let asked = format!("{id} {about:?} {to:?}");
    done(doing, staff, ("screen", asked, key), move |c, d, staff, now| {
        let mut kept = d.held_by_manager(c, staff, id)?;
        let before = kept.state;
        kept.state = rules::next(before, Move::Screen)?;
        if let Some(about) = about {
            d.offers(c, about)?;
            kept.category = Some(about);
        }
        if before == State::Received {
            d.record(c, id, (Step::Screened, By::Staff(staff), now), (None, None))?;
        }
        if let Some(to) = to {
            give(c, d, (&mut kept, to), (staff, now))?;
        }
        Ok(store::set(c, d.station.id, &kept)?)
    })
    .await
}

/// Gives it to somebody, also from one to another. Its clock goes on.
pub async fn assign(doing: &Doing, staff: &StaffAt, (id, to): (OpinionId, StaffId), key: Option<&str>) -> Done {
    done(doing, staff, ("assign", format!("{id} {to}"), key), move |c, d, staff, now| {
        let mut kept = d.held_by_manager(c, staff, id)?;
        give(c, d, (&mut kept, to), (staff, now))?;
        Ok(store::set(c, d.station.id, &kept)?)
    })
    .await
}

fn give(c: &mut Conn, doing: &Doing, (kept, to): (&mut Kept, StaffId), (staff, now): (&StaffAt, Timestamp)) -> Done {
    let station = doing.station.id;
    let who = match people::staff_at(c, &to, station, Role::Clerk) {
        Ok(who) => who,
        Err(Fault::NotFound) => return Err(Refusal::NotAssignable.into()),
        Err(fault) => return Err(fault.into()),
    };
    if is_named(c, &doing.house, (station, kept.id), (who.id, &who.name))? {
        return Err(Refusal::Named.into());
    }
    kept.state = rules::next(kept.state, Move::Assign)?;
    kept.assigned_to = Some(to);
    Ok(doing.record(c, kept.id, (Step::Assigned, By::Staff(staff), now), (None, Some(to.0)))?)
}

/// Whoever looks after it has begun.
pub async fn take_up(doing: &Doing, staff: &StaffAt, id: OpinionId, key: Option<&str>) -> Done {
    done(doing, staff, ("take up", id.to_string(), key), move |c, d, staff, now| {
        let mut kept = d.held(c, staff, id)?;
        let before = kept.state;
        kept.state = rules::next(before, Move::TakeUp)?;
        if before == State::Working && kept.assigned_to.is_some() {
            return Ok(());
        }
        kept.assigned_to = kept.assigned_to.or(Some(staff.id));
        store::set(c, d.station.id, &kept)?;
        Ok(d.record(c, id, (Step::Working, By::Staff(staff), now), (None, None))?)
    })
    .await
}

/// Asks whoever left it, who answers with the receipt.
pub async fn ask(doing: &Doing, staff: &StaffAt, (id, text): (OpinionId, String), key: Option<&str>) -> Done {
    done(doing, staff, ("ask", format!("{id} {text}"), key), move |c, d, staff, now| {
        let mut kept = d.held(c, staff, id)?;
        kept.state = rules::next(kept.state, Move::Ask)?;
        kept.question_open = true;
        store::set(c, d.station.id, &kept)?;
        d.record(c, id, (Step::Question, By::Staff(staff), now), (Some(&text_of(&text)), None))?;
        Ok(contact::tell(c, d, id, now)?)
    })
    .await
}

/// Answers. Whoever left it, and those whose opinions were merged into it, are told that there is something to read.
pub async fn answer(doing: &Doing, staff: &StaffAt, (id, text): (OpinionId, String), key: Option<&str>) -> Done {
    done(doing, staff, ("answer", format!("{id} {text}"), key), move |c, d, staff, now| {
        let mut kept = d.held(c, staff, id)?;
        // Whoever disputes an answer got one: the next is no first one.
        let first = !kept.reached;
        kept.state = rules::next(kept.state, Move::Answer)?;
        kept.answered_on = Some(day_of(&d.station, now));
        kept.question_open = false;
        store::set(c, d.station.id, &kept)?;
        d.record(c, id, (Step::Answered, By::Staff(staff), now), (Some(&text_of(&text)), None))?;
        if first {
            count_answer(c, d, now)?;
        }
        contact::tell(c, d, id, now)?;
        for other in store::merged_into(c, d.station.id, id)? {
            contact::tell(c, d, other.id, now)?;
        }
        Ok(())
    })
    .await
}

/// That an opinion was answered, for those who count: the day, under a key that leads to no opinion and to no hour.
fn count_answer(c: &mut Conn, doing: &Doing, now: Timestamp) -> Result<(), Fault> {
    let (station, on) = (&doing.station, day_of(&doing.station, now));
    let midnight = station.zone.to_ambiguous_timestamp(on.at(0, 0, 0, 0)).compatible().map_err(Fault::broken)?;
    fact::record(c, station.id, fresh_id(&doing.house), "opinion.answered", (on, midnight), &serde_json::json!({}))
}

/// It is not for the station: where to go with it.
pub async fn out_of_scope(doing: &Doing, staff: &StaffAt, (id, go): (OpinionId, String), key: Option<&str>) -> Done {
    done(doing, staff, ("out of scope", format!("{id} {go}"), key), move |c, d, staff, now| {
        let mut kept = d.held(c, staff, id)?;
        kept.state = rules::next(kept.state, Move::SendElsewhere)?;
        (kept.ended_at, kept.question_open) = (Some(now), false);
        store::set(c, d.station.id, &kept)?;
        d.record(c, id, (Step::OutOfScope, By::Staff(staff), now), (Some(&text_of(&go)), None))?;
        Ok(contact::tell(c, d, id, now)?)
    })
    .await
}

/// It is the same as another: whoever left it reads from now on how that one stands.
pub async fn merge(doing: &Doing, staff: &StaffAt, (id, into): (OpinionId, OpinionId), key: Option<&str>) -> Done {
    done(doing, staff, ("merge", format!("{id} {into}"), key), move |c, d, staff, now| {
        if id == into {
            return Err(Refusal::MergeSelf.into());
        }
        // In the order of keys: whoever merges the other way round waits, and finds it done.
        for one in [id.min(into), id.max(into)] {
            store::hold(c, d.station.id, one)?;
        }
        let mut kept = d.held_by_manager(c, staff, id)?;
        let mut other = store::by_id(c, d.station.id, into)?;
        visible(c, &d.house, d.station.id, staff, &other)?;
        match other.state {
            State::Merged => return Err(Refusal::MergeSelf.into()),
            state if state.has_ended() => return Err(Refusal::Ended(state).into()),
            _ => {}
        }
        kept.state = rules::next(kept.state, Move::Merge)?;
        (kept.merged_into, kept.ended_at, kept.question_open) = (Some(into), Some(now), false);
        store::set(c, d.station.id, &kept)?;
        d.record(c, id, (Step::Merged, By::Staff(staff), now), (None, Some(into.0)))?;
        named::inherit(c, d, (id, &mut other))?;
        follow(c, d, (id, into))?;
        Ok(contact::tell(c, d, id, now)?)
    })
    .await
}

/// What was merged into one goes with it into another.
fn follow(c: &mut Conn, doing: &Doing, (id, into): (OpinionId, OpinionId)) -> Result<(), Fault> {
    for child in store::merged_into(c, doing.station.id, id)? {
        // Held before it is written: whoever left it may take it back, or its number, at this moment.
        let mut child = store::hold(c, doing.station.id, child.id)?;
        if child.merged_into == Some(id) {
            child.merged_into = Some(into);
            store::set(c, doing.station.id, &child)?;
        }
    }
    Ok(())
}

/// Between colleagues: whoever left it does not read it.
pub async fn note(doing: &Doing, staff: &StaffAt, (id, text): (OpinionId, String), key: Option<&str>) -> Done {
    done(doing, staff, ("note", format!("{id} {text}"), key), move |c, d, staff, now| {
        d.held(c, staff, id)?;
        Ok(d.record(c, id, (Step::Note, By::Staff(staff), now), (Some(&text_of(&text)), None))?)
    })
    .await
}
