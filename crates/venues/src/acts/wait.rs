//! Standing in line for a room that is full, and leaving the line.
use std::sync::Arc;

use jiff::Timestamp;

use crate::offers::{self, LEAST, NewWait, Wait, WaitState};
use crate::rules::{self, Ask, Facts, Refusal, Source, Span, State};
use crate::store;
use crate::{ReservationId, WaitId, answers};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::book::{Booker, GUEST};
use super::{Actor, change};

/// What somebody waits for: any start from one time to another.
#[derive(Debug, Clone)]
pub struct Wish {
    pub offering: String,
    pub earliest: Timestamp,
    pub latest: Timestamp,
    pub minutes: i32,
    pub group: i32,
}

impl Wish {
    fn ask(&self, from: Timestamp) -> Ask {
        Ask { from, minutes: self.minutes, group: self.group, said: None }
    }
    fn window(&self) -> Result<Span, Refusal> {
        let last = Span::of_minutes(self.latest, self.minutes).ok_or(Refusal::EndsBeforeStart)?;
        Span::new(self.earliest, last.until).filter(|_| self.earliest <= self.latest).ok_or(Refusal::EndsBeforeStart)
    }
}

/// Puts somebody in line. Whoever waits for the same already keeps their place: that is an answer, not an error.
pub async fn wait(
    house: &House,
    station: &Arc<Station>,
    wish: Wish,
    booker: Booker,
    once: Option<Once>,
) -> Result<WaitId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| stand(c, &h, &station, (&wish, &booker), now))
    };
    house.db.write(work).await
}

fn stand(
    c: &mut Conn,
    h: &House,
    station: &Station,
    (wish, booker): (&Wish, &Booker),
    now: Timestamp,
) -> Result<WaitId, Not<Refusal>> {
    let offering = answers::offering(c, station, &wish.offering)?;
    let window = wish.window()?;
    store::hold(c, station.id, offering.venue)?;
    let (person, guest, by) = whose(c, h, booker)?;
    let (id, venue) = (offering.id, offering.venue);
    // What time has decided is written down on the way: who was asked and did not answer may line up anew.
    let mut facts = offers::facts_for(c, h, station, offering, &window, (person, None), now)?;
    let theirs = match person {
        Some(person) => offers::live_of_person(c, station.id, (person, id))?,
        None => vec![],
    };
    let live = |w: &&Wait| w.state_at(now).is_live();
    if let Some(same) = theirs.iter().filter(live).find(|w| w.window().overlaps(&window)) {
        return Ok(same.id);
    }
    let date = |at: Timestamp| at.to_zoned_datetime(station.zone.clone()).date();
    let waiting = theirs.iter().filter(|w| w.state_at(now) == WaitState::Waiting);
    let that_day = waiting.filter(|w| date(w.earliest) == date(wish.earliest)).count();
    facts.on_day = facts.on_day.saturating_add(i32::try_from(that_day).unwrap_or(i32::MAX));
    is_full(now, wish, by, &facts)?;
    let new = NewWait {
        id: WaitId(h.new_id()),
        offering: id,
        venue,
        person,
        guest_sealed: guest.as_deref(),
        starts: (wish.earliest, wish.latest),
        minutes: wish.minutes,
        group: wish.group,
        by_staff: matches!(by, By::Staff(_)),
        now,
    };
    offers::insert_wait(c, station.id, &new)?;
    if let Some(person) = person {
        people::keep_until(c, person, window.until)?;
    }
    event::record(c, station.id, now, by, "wait.asked", &new.id.to_string(), &serde_json::json!({ "venue": venue }))?;
    Ok(new.id)
}

type Whose = (Option<PersonId>, Option<Vec<u8>>, By);

fn whose(c: &mut Conn, h: &House, booker: &Booker) -> Result<Whose, Fault> {
    Ok(match booker {
        Booker::Person(id) => (Some(*id), None, By::Resident),
        // A place in line is somebody's who is reached: the phone is proven first, by signing in.
        Booker::Stranger(_) => return Err(Fault::SignInFirst),
        Booker::Desk { staff, name, phone } => {
            let person = phone.as_ref().map(|p| people::person_by_phone(c, h, p)).transpose()?;
            let guest = name.as_ref().map(|name| h.keys.seal(GUEST, name, &h.chance));
            (person, guest, By::Staff(staff.0))
        }
        Booker::Card { staff, person } => (Some(*person), None, By::Staff(staff.0)),
    })
}

/// Every start that would do has to be possible but for others who have it; at least one of them must be.
fn is_full(now: Timestamp, wish: &Wish, by: By, facts: &Facts) -> Result<(), Refusal> {
    let source = if matches!(by, By::Staff(_)) { Source::Desk } else { Source::Public };
    let starts = offers::starts(wish.earliest, wish.latest, facts.offering.policy.grid, &facts.zone);
    let mut refused = None;
    let mut taken = false;
    for from in starts {
        match rules::book(now, &wish.ask(from), source, facts) {
            Ok(_) => return Err(Refusal::NotFull),
            Err(Refusal::Taken) if from - now >= LEAST => taken = true,
            Err(Refusal::Taken) => refused = refused.or(Some(Refusal::TooSoon { earliest: now + LEAST })),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    match (taken, refused) {
        (true, _) => Ok(()),
        (false, Some(refusal)) => Err(refusal),
        (false, None) => Err(Refusal::OffGrid { minutes: facts.offering.policy.grid }),
    }
}

/// Leaves the line. What is kept for them goes to the next. Doing it twice is fine.
pub async fn stop_waiting(
    house: &House,
    station: &Arc<Station>,
    id: WaitId,
    actor: Actor,
) -> Result<WaitState, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let seen = offers::wait_by_id(c, station.id, id)?;
        if matches!(actor, Actor::Person(person) if seen.person != Some(person)) {
            return Err(Fault::NotFound.into());
        }
        store::hold(c, station.id, seen.venue)?;
        let wait = offers::wait_by_id(c, station.id, id)?;
        if !wait.state.is_live() {
            return Ok(wait.state);
        }
        offers::set_wait(c, station.id, id, (WaitState::Stopped, wait.reservation), now)?;
        let data = serde_json::json!({ "venue": wait.venue });
        event::record(c, station.id, now, actor.by(), "wait.stopped", &id.to_string(), &data)?;
        if let Some(kept) = wait.reservation {
            give_back(c, &h, &station, kept, (now, actor))?;
        }
        Ok::<_, Not<Refusal>>(WaitState::Stopped)
    };
    house.db.write(work).await
}

fn give_back(
    c: &mut Conn,
    h: &House,
    station: &Station,
    kept: ReservationId,
    (now, actor): (Timestamp, Actor),
) -> Result<(), Fault> {
    let old = store::by_id(c, station.id, kept)?;
    if old.is_offer() && old.state_at(now) == State::Held {
        change::keep_state(c, h, station, &old, (State::Cancelled, None), (now, actor))?;
    }
    Ok(())
}
