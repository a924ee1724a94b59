//! What whoever has a signup says: yes to an offer, or that they do not come. A place that is given back fills itself.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::Actor;
use super::fill::{fill, held, leave};
use super::record::record;
use crate::signups::SignupId;
use crate::signups::rules::{self, Answer, NoSignup, State};
use crate::signups::store;

/// Answers an offer, or gives back. The same answer twice is one.
pub async fn answer(
    house: &House,
    station: &Arc<Station>,
    (id, said): (SignupId, Answer),
    (by, once): (Actor, Option<Once>),
) -> Result<State, Not<NoSignup>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    // What had lapsed is written down although the answer comes too late: the refusal is carried out as a value.
    let work = move |c: &mut Conn| match only_once(c, station.id, once.as_ref(), now, |c| {
        keep(c, &h, &station, (id, said), (by, now))
    }) {
        Ok(state) => Ok(Ok(state)),
        Err(Not::Refused(refusal)) => Ok(Err(refusal)),
        Err(Not::Fault(fault)) => Err(fault),
    };
    Ok(house.db.write(work).await??)
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, said): (SignupId, Answer),
    (by, now): (Actor, Timestamp),
) -> Result<State, Not<NoSignup>> {
    let occurrence = store::by_id(c, station.id, id)?.occurrence;
    let known = held(c, house, station, occurrence, now)?;
    let signup = store::by_id(c, station.id, id)?;
    let before = signup.state_at(now);
    if before.stands() && now >= known.occurrence.starts_at {
        return Err(NoSignup::Closed.into());
    }
    let after = rules::answer(before, said)?;
    if after == before {
        return Ok(after);
    }
    if after == State::GivenBack {
        leave(c, station, &signup, (after, by.by()), now)?;
        fill(c, house, station, &known, now)?;
    } else {
        store::set_state(c, station.id, id, (after, None))?;
        record(c, station, (now, by.by()), (after, id, occurrence))?;
    }
    Ok(after)
}
