//! What whoever is met says: yes, no, or not after all. The visit's address is the key: it cannot be guessed.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::ask::matter;
use crate::acts::{Actor, give_back};
use crate::rules::Outcome;
use crate::store as errands;
use crate::village_days::rules::{self, Answer, Ask, NoVisit, VisitState};
use crate::village_days::store::{self, KeptVisit};
use crate::village_days::{VillageVisitId, Whose, may, no_news, promise, record};

/// Answers an offer, or gives a place back. The same answer twice is one.
pub async fn answer(
    house: &House,
    station: &Arc<Station>,
    (id, said): (VillageVisitId, Answer),
    (by, once): (Actor, Option<Once>),
) -> Result<VisitState, Not<NoVisit>> {
    let (station, now) = (station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &station, (id, said), by, now));
    let after: i16 = house.db.write(work).await?;
    VisitState::of(after).ok_or_else(|| Fault::broken("a visit's state that there is not").into())
}

fn keep(
    c: &mut Conn,
    station: &Station,
    (id, said): (VillageVisitId, Answer),
    by: Actor,
    now: Timestamp,
) -> Result<i16, Not<NoVisit>> {
    let day = store::visit(c, station.id, id)?.day;
    let mut held = store::hold(c, station.id, day)?;
    let visit = store::visit(c, station.id, id)?;
    let before = visit.state_at(now);
    let after = rules::answer(before, said)?;
    if after == before {
        return Ok(after as i16);
    }
    match after {
        VisitState::Accepted => {
            let matter = matter(c, station, visit.matter)?;
            let whose = Whose { person: visit.person, phone_hash: visit.phone_hash.clone(), ..Whose::default() };
            let ask = Ask { village: visit.village, matter: visit.matter, at_home: visit.takes.at_home };
            may(c, station, &held, (&ask, &matter), (&whose, matches!(by, Actor::Staff(_))), now)?;
            promise(c, station, &mut held, (visit.takes, true))?;
            leave_the_hall(c, station, &visit, (now, by))?;
        }
        VisitState::Withdrawn => promise(c, station, &mut held, (visit.takes, false))?,
        _ => {}
    }
    match store::set_visit(c, station.id, id, (after, None)) {
        Err(Fault::AlreadyThere(_)) => return Err(NoVisit::HasPlace.into()),
        kept => kept?,
    }
    no_news(c, station, id)?;
    record(c, station, (now, by.by()), (after, id, day))?;
    Ok(after as i16)
}

/// Their number is given back, unless they wait for something else as well.
fn leave_the_hall(c: &mut Conn, station: &Station, visit: &KeptVisit, how: (Timestamp, Actor)) -> Result<(), Fault> {
    let Some(ticket) = visit.ticket else { return Ok(()) };
    let wanted = errands::matters_of(c, station.id, ticket)?;
    let more = wanted.iter().any(|(matter, _, outcome)| *matter != visit.matter && *outcome == Outcome::Open);
    let kept = errands::by_id(c, station.id, ticket)?;
    if more || !kept.ticket.state.stands() {
        return Ok(());
    }
    give_back(c, station, &kept, how)
}
