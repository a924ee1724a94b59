//! An official leaves, or is longer away than they said: everybody who relies on them is provided for and told.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::facts::{Hit, Scene, hit};
use super::rules::{Case, Decision};
use super::told::{self, News};
use crate::TicketId;
use crate::acts::step;
use crate::promises::{self, Kind, NewPromise, Promise};
use crate::reach::{About, Reached};
use crate::rules::{Done, Move, OfficialId, Refusal, State};
use crate::village_days;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// What is to become of one ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    #[schema(value_type = String, format = Uuid)]
    pub ticket: TicketId,
    pub decision: Decision,
}

/// What became of one ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    pub ticket: TicketId,
    pub decision: Decision,
    /// The new time, if there is one.
    pub at: Option<Timestamp>,
    /// Who does it now.
    pub official: Option<OfficialId>,
    /// How they come to know.
    pub reached: Reached,
}

/// Settles all whom the absence hits: as decided, as far as that is possible; else as is best for them.
pub(in crate::acts) fn leave(
    c: &mut Conn,
    at: (&House, &Station),
    (official, back): (OfficialId, Option<Timestamp>),
    decided: &[Decided],
    (now, by): (Timestamp, By),
) -> Result<Vec<Settled>, Fault> {
    let mut settled = vec![];
    let hits = hit(c, at, official, back, now)?;
    if hits.is_empty() {
        return Ok(settled);
    }
    let scene = Scene::read(c, at, official, now)?;
    for one in &hits {
        let wanted = decided.iter().find(|d| d.ticket == one.kept.id).map(|d| d.decision);
        settled.push(settle(c, &scene, one, one.case.decide(wanted), by)?);
    }
    Ok(settled)
}

fn settle(c: &mut Conn, scene: &Scene<'_>, one: &Hit, decision: Decision, by: By) -> Result<Settled, Fault> {
    if decision == Decision::VillageDay {
        return match in_village(c, scene, one, by)? {
            Some(settled) => Ok(settled),
            // Somebody before them took the last place.
            None => settle(c, scene, one, Case { village_day: false, ..one.case }.decide(None), by),
        };
    }
    let plan = plan(scene, one, decision);
    let reached = told::tell(c, scene, (&one.kept, &one.matters), plan.news)?;
    // The first last: what takes its place may be of a kind of which another is still open.
    for promise in one.promises.iter().rev() {
        let next = next(one, promise, &plan);
        promises::revise(c, scene.house, scene.station, promise, (next, reached), (scene.now, by))?;
    }
    if let (Some(at), []) = (plan.back, one.promises.as_slice()) {
        let new = NewPromise {
            about: About::Ticket(one.kept.id),
            kind: Kind::Return,
            official: Some(scene.official.id),
            due_at: at,
        };
        promises::make(c, scene.house, scene.station, new, (scene.now, by))?;
    }
    if let Some(to) = plan.to {
        moved(step::take(c, scene.station, &one.kept, &to, (scene.now, by)))?;
    }
    let at = plan.back.or(plan.same);
    Ok(Settled { ticket: one.kept.id, decision, at, official: plan.official, reached })
}

/// Meets them in their village instead: the place is taken, what they were told is revised, and the number given back. Nothing, if
/// there is no place any more.
fn in_village(c: &mut Conn, scene: &Scene<'_>, one: &Hit, by: By) -> Result<Option<Settled>, Fault> {
    let (Some(meeting), [matter]) = (&one.meeting, one.matters.as_slice()) else { return Ok(None) };
    let (at, how) = ((scene.house, scene.station), (scene.now, by));
    let Some(visit) = village_days::give(c, at, (meeting, matter), how)? else { return Ok(None) };
    let news = News::Village(meeting, scene.name(meeting.official));
    let reached = told::tell_of_visit(c, scene, (&one.kept, &one.matters), visit, news)?;
    for promise in &one.promises {
        promises::revise(c, scene.house, scene.station, promise, (None, reached), how)?;
    }
    moved(step::take(c, scene.station, &one.kept, &Done::Cancel, how))?;
    let (decision, official) = (Decision::VillageDay, Some(meeting.official));
    Ok(Some(Settled { ticket: one.kept.id, decision, at: Some(meeting.from), official, reached }))
}

/// What a decision means for one ticket.
struct Plan<'a> {
    news: News<'a>,
    to: Option<Done>,
    official: Option<OfficialId>,
    /// The return that takes the place of what was told.
    back: Option<Timestamp>,
    /// The told time that stays, with somebody else.
    same: Option<Timestamp>,
}

fn plan<'a>(scene: &'a Scene<'_>, one: &Hit, decision: Decision) -> Plan<'a> {
    let (me, state) = (Some(scene.official.id), one.kept.ticket.state);
    let hold = match state {
        State::Waiting | State::Deferred => Some(Done::Move(Move::Await(scene.official.id))),
        _ => None,
    };
    let choose = Plan { news: News::Choose, to: hold, official: me, back: None, same: None };
    match (decision, one.case.back, one.case.stand_in) {
        (Decision::Later, Some(at), _) if state == State::Booked => {
            Plan { news: News::Moved(at), to: Some(Done::Book(at, me)), back: Some(at), ..choose }
        }
        (Decision::Later, Some(at), _) => Plan { news: News::Later(at), back: Some(at), ..choose },
        (Decision::StandIn, _, Some(other)) => {
            let turn = |p: &&Promise| matches!(p.kind, Kind::Slot | Kind::ComeAt) && p.due_at > scene.now;
            let same = one.promises.iter().find(turn).map(|p| p.due_at);
            Plan {
                news: News::StandIn(scene.name(other), same),
                to: Some(Done::Move(Move::To(Some(other)))),
                official: Some(other),
                back: None,
                same,
            }
        }
        (Decision::DropOff, ..) => {
            Plan { news: News::DropOff, to: Some(Done::Move(Move::To(None))), official: None, ..choose }
        }
        _ => choose,
    }
}

/// The promise that takes the place of one that does not hold any more. Of several only the first is made anew.
fn next(one: &Hit, promise: &Promise, plan: &Plan<'_>) -> Option<NewPromise> {
    let new = |kind, due_at| NewPromise { about: promise.about, kind, official: plan.official, due_at };
    let first = one.promises.first().is_some_and(|p| p.id == promise.id);
    match (plan.back, plan.same) {
        (Some(at), _) if first && one.kept.ticket.state == State::Booked => Some(new(Kind::Slot, at)),
        (Some(at), _) if first => Some(new(Kind::Return, at)),
        (None, Some(at)) if promise.kind != Kind::Return && promise.due_at == at => Some(new(promise.kind, at)),
        _ => None,
    }
}

/// What was read in this transaction holds, or the whole change is made again.
pub(super) fn moved<T>(taken: Result<T, Not<Refusal>>) -> Result<T, Fault> {
    taken.map_err(|not| match not {
        Not::Refused(odd) => Fault::Clash(format!("a ticket could not be moved: {odd:?}")),
        Not::Fault(fault) => fault,
    })
}
