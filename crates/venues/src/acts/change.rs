//! What becomes of a reservation: proven, approved, come to, moved, given back.
use std::sync::Arc;

use crate::rules::{self, Ask, Refusal, Span, Standing, State};
use crate::store::{self, Reservation};
use crate::{ReservationId, offers};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::Token;
use kernel::view::View;
use kernel::words::Lang;
use people::Phone;
use stations::Station;

use super::Actor;
use super::tell::{self, News};

/// Gives a reservation back. Doing it twice is fine.
pub async fn cancel(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    step(house, station, id, actor, State::Cancelled, move |now, s| {
        Ok((rules::cancel(now, s, actor.is_staff())?, None))
    })
    .await
}

/// "I am here."
pub async fn check_in(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    step(house, station, id, actor, State::CheckedIn, |now, s| Ok((rules::check_in(now, s)?, None))).await
}

/// The same for somebody whom the door knows, with the venue held.
pub(crate) fn arrive(
    c: &mut Conn,
    station: &Station,
    old: &Reservation,
    (now, by): (jiff::Timestamp, By),
) -> Result<(), Not<Refusal>> {
    let state = rules::check_in(now, &old.standing(0))?;
    store::set_state(c, station.id, old, (state, None), now)?;
    super::record(c, station, (now, by), "reservation.checked-in", old.id, old.venue)?;
    Ok(stations::seen_open(c, station, now)?)
}

/// "We are done."
pub async fn complete(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    step(house, station, id, actor, State::Completed, |now, s| Ok((rules::complete(now, s)?, None))).await
}

/// A manager's answer to a request.
pub async fn decide_request(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
    approve: bool,
) -> Result<State, Not<Refusal>> {
    let goal = if approve { State::Confirmed } else { State::Cancelled };
    step(house, station, id, actor, goal, move |now, s| rules::decide_request(now, s, approve)).await
}

type Decided = Result<(State, Option<jiff::Timestamp>), Refusal>;

/// One step of one reservation. If it has reached `goal` already, the step was sent twice: that is an answer, not an error.
async fn step(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
    goal: State,
    rule: impl Fn(jiff::Timestamp, &Standing) -> Decided + Send + 'static,
) -> Result<State, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let old = super::held(c, &station, id, actor)?;
        if old.state_at(now) == goal {
            return Ok(goal);
        }
        let (state, lapses_at) = rule(now, &old.standing(cancel_until(c, &station, &old)?))?;
        keep_state(c, &h, &station, &old, (state, lapses_at), (now, actor))?;
        if let Some(news) = news(&old, state, actor) {
            tell::about(c, &h, &station, &View::plain(&h, Lang::Zh), &old, news)?;
        }
        Ok(state)
    };
    house.db.write(work).await
}

/// What the person has to hear, if somebody else decided. Messages are in Chinese: nobody has said otherwise.
fn news(old: &Reservation, state: State, actor: Actor) -> Option<News<'static>> {
    match (actor.is_staff(), state) {
        (true, State::Cancelled) if old.awaits => Some(News::Declined),
        (true, State::Cancelled) => Some(News::Cancelled),
        (true, State::Confirmed) => Some(News::Approved),
        _ => None,
    }
}

pub(super) fn keep_state(
    c: &mut Conn,
    house: &House,
    station: &Station,
    old: &Reservation,
    (state, lapses_at): (State, Option<jiff::Timestamp>),
    (now, actor): (jiff::Timestamp, Actor),
) -> Result<(), Fault> {
    store::set_state(c, station.id, old, (state, lapses_at), now)?;
    store::note_end(c, house, station.id, old, state, now)?;
    super::record(c, station, (now, actor.by()), &format!("reservation.{}", state.name()), old.id, old.venue)?;
    if state == State::CheckedIn {
        stations::seen_open(c, station, now)?;
    }
    match state.is_live() {
        true => Ok(()),
        false => offers::fill(c, house, station, old.venue, now),
    }
}

fn cancel_until(c: &mut Conn, station: &Station, old: &Reservation) -> Result<i32, Fault> {
    let offerings = store::catalogue(c, station.id)?;
    Ok(offerings.offering_by_id(old.offering).map_or(0, |o| o.policy.cancel_until))
}

/// Proves the phone of a stranger's hold: confirms the reservation and signs the person in.
pub async fn confirm(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    digits: String,
) -> Result<(State, Token), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let seen = store::by_id(c, station.id, id)?;
        let (Some(code), Some(person)) = (seen.code, seen.person) else {
            return Err(Fault::NotFound.into());
        };
        let old = super::held(c, &station, id, Actor::Person(person))?;
        let (state, lapses_at) = old.standing(0).proven(now)?;
        match super::ours(people::prove(c, &h, people::CodeId(code), &digits)) {
            Ok(person) => {
                let actor = Actor::Person(person);
                let state = if old.is_offer() {
                    offers::accept(c, &h, &station, &old, (now, actor.by()))?
                } else {
                    keep_state(c, &h, &station, &old, (state, lapses_at), (now, actor))?;
                    state
                };
                Ok(Ok((state, people::sign_in(c, &h, person)?)))
            }
            // A wrong guess was counted and that must be kept: the unit succeeds and carries the refusal out.
            Err(Not::Refused(refusal)) => Ok(Err(refusal)),
            Err(not) => Err(not),
        }
    };
    Ok(house.db.write(work).await??)
}

/// Sends a new code to the phone of a stranger's hold.
pub async fn resend_code(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    id: ReservationId,
) -> Result<Id, Not<Refusal>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    let work = move |c: &mut Conn| {
        let seen = store::by_id(c, station.id, id)?;
        let person = seen.person.ok_or(Fault::NotFound)?;
        let old = super::held(c, &station, id, Actor::Person(person))?;
        old.standing(0).proven(now)?;
        let phone: Phone = people::phone_of(c, &h, person)?.ok_or(Fault::NotFound)?;
        let code = super::ours(people::send_code(c, &h, &v, station.id, person, &phone))?.0;
        store::set_code(c, station.id, id, code)?;
        Ok::<_, Not<Refusal>>(code)
    };
    house.db.write(work).await
}

/// Moves a reservation to another time of the same offering: its old time is free for the new one.
pub async fn move_to(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    ask: Ask,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let old = super::held(c, &station, id, actor)?;
        let state = old.state_at(now);
        if !matches!(state, State::Held | State::Confirmed) || old.code.is_some() && state == State::Held {
            return Err(Refusal::NotNow { state }.into());
        }
        if matches!(old.source, rules::Source::Game | rules::Source::Activity) {
            return Err(Refusal::AgreedTime.into());
        }
        let offering = store::catalogue(c, station.id)?.offering_by_id(old.offering).cloned().ok_or(Fault::NotFound)?;
        let span = Span::of_minutes(ask.from, ask.minutes.clamp(rules::CELL_MINUTES, 24 * 60))
            .ok_or(Refusal::EndsBeforeStart)?;
        let facts = offers::facts_for(c, &h, &station, offering, &span, (old.person, Some(id)), now)?;
        let source = if actor.is_staff() { rules::Source::Desk } else { rules::Source::Public };
        let booking = rules::book(now, &ask, source, &facts)?;
        super::taken_if_there(store::set_time(c, station.id, &old, &booking, now))?;
        super::record(c, &station, (now, actor.by()), "reservation.moved", id, old.venue)?;
        offers::fill(c, &h, &station, old.venue, now)?;
        Ok(booking.state)
    };
    house.db.write(work).await
}
