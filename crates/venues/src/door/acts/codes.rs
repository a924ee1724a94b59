//! Door codes follow the reservations that they belong to: made when one stands, moved with it, gone with it.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::record;
use crate::ReservationId;
use crate::acts::Actor;
use crate::door::lock::{Call, What};
use crate::door::rules::{opens, wants_code};
use crate::door::store::{self, DoorCode};
use crate::rules::{Key, Refusal, Span, State, Venue, VenueId};
use crate::store::{self as rooms, Reservation};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::{House, new_id};
use kernel::once::{Once, only_once};
use kernel::outbox;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

/// The purpose under which digits that nobody has seen yet are sealed.
const UNSEEN: &str = "door-code-unseen";

/// What has to be caught up with at one door.
struct Due {
    venue: Venue,
    wanted: Vec<Reservation>,
    moved: Vec<Reservation>,
    gone: Vec<DoorCode>,
}

impl Due {
    fn is_nothing(&self) -> bool {
        self.wanted.is_empty() && self.moved.is_empty() && self.gone.is_empty()
    }
}

fn stands(r: &Reservation, now: Timestamp) -> bool {
    matches!(r.state_at(now), State::Confirmed | State::CheckedIn)
}

fn due(c: &mut Conn, (station, venue): (StationId, VenueId), now: Timestamp) -> Result<Due, Fault> {
    let (venue, _) = rooms::venue_of(c, station, venue)?;
    let codes = store::codes_of(c, station, venue.id)?;
    let mut live = match venue.key {
        Key::Code => store::with_room(c, station, venue.id, now)?,
        Key::Open | Key::Clerk => vec![],
    };
    live.retain(|r| stands(r, now));
    let code = |r: &Reservation| codes.iter().find(|k| k.reservation == r.id);
    let wants = |r: &&Reservation| code(r).is_none() && wants_code(now, r.state_at(now), r.source, &r.span);
    let wanted = live.iter().filter(wants).cloned().collect();
    let moved = live.iter().filter(|r| code(r).is_some_and(|k| k.span != r.span)).cloned().collect();
    let gone = codes.iter().filter(|k| live.iter().all(|r| r.id != k.reservation)).cloned().collect();
    Ok(Due { venue, wanted, moved, gone })
}

/// Makes, moves and deletes codes as their reservations have it, and tells persons and locks. Whoever opens the door asks
/// the reservation itself, so nothing depends on when this runs.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    for place in house.db.read(store::venues_with_codes).await? {
        if house.db.read(move |c: &mut Conn| Ok::<_, Fault>(due(c, place, now)?.is_nothing())).await? {
            continue;
        }
        let h = house.clone();
        house.db.write(move |c: &mut Conn| follow(c, &h, place, now)).await?;
    }
    house.db.write(move |c: &mut Conn| store::forget_given_up(c, now)).await?;
    Ok(())
}

fn follow(c: &mut Conn, house: &House, place: (StationId, VenueId), now: Timestamp) -> Result<(), Fault> {
    rooms::hold(c, place.0, place.1)?;
    let due = due(c, place, now)?;
    let station = stations::by_id(c, place.0)?;
    let at = At { house, station: &station, venue: &due.venue, now };
    // What is gone makes room for its digits first.
    for code in &due.gone {
        store::delete_code(c, station.id, code.reservation)?;
        // A lock knows by itself when a time is over.
        if code.span.until > now {
            at.tell_lock(c, code.reservation, What::Revoked)?;
        }
    }
    for r in &due.moved {
        store::set_time(c, station.id, r.id, &r.span)?;
        at.tell_lock(c, r.id, What::moved(&opens(&r.span)))?;
    }
    due.wanted.iter().try_for_each(|r| at.make(c, r, By::Program).map(|_| ()))
}

/// A door, held.
pub(super) struct At<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub venue: &'a Venue,
    pub now: Timestamp,
}

impl At<'_> {
    /// Gives a reservation its code and tells whoever has a phone. Returns the digits.
    fn make(&self, c: &mut Conn, r: &Reservation, by: By) -> Result<String, Fault> {
        let (digits, hash) = self.fresh(c)?;
        let unseen = self.house.keys.seal(UNSEEN, &digits, &self.house.chance);
        store::insert_code(c, self.station.id, r, (&hash, Some(&unseen)), self.now)?;
        self.tell_person(c, r, &digits)?;
        self.tell_lock(c, r.id, What::granted(digits.clone(), &opens(&r.span)))?;
        record(c, self.station, (self.now, by), "door.code-made", (&r.id.to_string(), r.venue))?;
        Ok(digits)
    }

    /// Six digits that no other reservation of this door has.
    fn fresh(&self, c: &mut Conn) -> Result<(String, Vec<u8>), Fault> {
        // A door has a few codes at a time: the second try is as good as certain.
        for _ in 0..32 {
            let digits = format!("{:06}", self.house.chance.below(1_000_000));
            let hash = store::digits_hash(self.house, self.station.id, self.venue.id, &digits);
            if store::by_hash(c, self.station.id, self.venue.id, &hash)?.is_none() {
                return Ok((digits, hash));
            }
        }
        Err(Fault::broken("no digits are left for a door"))
    }

    /// Messages are in Chinese: nobody has said otherwise.
    fn tell_person(&self, c: &mut Conn, r: &Reservation, digits: &str) -> Result<(), Fault> {
        let Some(person) = r.person else { return Ok(()) };
        let Some(phone) = people::phone_of(c, self.house, person)? else { return Ok(()) };
        let v = View::plain(self.house, Lang::Zh);
        let when = v.when(&self.station.zone);
        let told = [
            ("station", self.station.name(&v).into()),
            ("venue", self.venue.name.zh.as_str().into()),
            ("when", when.day_and_times(r.span.from, r.span.until).into()),
            ("code", digits.into()),
            ("from", when.time(opens(&r.span).from).into()),
        ];
        let text = v.ta("door-message-code", &told);
        outbox::post(c, self.house, self.station.id, "door-code", (phone.full(), &text), self.now)?;
        Ok(())
    }

    /// Only a door with a lock that listens is told.
    fn tell_lock(&self, c: &mut Conn, reservation: ReservationId, what: What) -> Result<(), Fault> {
        let door = store::door(c, self.station.id, self.venue.id)?.unwrap_or_default();
        if door.lock_url.is_empty() {
            return Ok(());
        }
        // Calls are told in the order of their ids, which grow with time: two of one moment must not share it.
        let last = store::last_made(c, self.station.id, reservation)?;
        let made_at = last.map_or(self.now, |at| self.now.max(at + SignedDuration::from_millis(1)));
        let call = Call {
            id: new_id(made_at, &self.house.chance),
            station: self.station.slug.clone(),
            venue: self.venue.slug.clone(),
            reservation,
            what,
            made_at,
        };
        store::insert_call(c, self.house, (self.station.id, self.venue.id), &call)
    }
}

/// A code as it is shown, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub digits: String,
    /// When it opens the door.
    pub opens: Span,
}

/// What is kept of it for a repeated request: nothing that opens a door.
#[derive(Serialize, Deserialize)]
struct Kept {
    sealed: Vec<u8>,
    span: Span,
}

/// The same request for a code by the same actor, sent again.
pub fn asked_once(key: &str, actor: Actor, id: ReservationId) -> Once {
    let who = match actor {
        Actor::Person(person) => person.to_string(),
        Actor::Staff(staff) => staff.to_string(),
    };
    Once::new(key, &who, &("door-code", id))
}

/// Shows the code of a reservation. The first time it is the one that went out in the message; after that nobody can read it
/// here, so a new one is made and the old one opens nothing any more. The same request sent again shows the same code.
pub async fn show_code(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
    once: Option<Once>,
) -> Result<Shown, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let kept = only_once(c, station.id, once.as_ref(), now, |c| {
            let (digits, span) = shown(c, &h, &station, (id, actor), now)?;
            Ok::<_, Not<Refusal>>(Kept { sealed: h.keys.seal(UNSEEN, &digits, &h.chance), span })
        })?;
        let digits = h.keys.open(UNSEEN, &kept.sealed).map_err(Fault::broken)?;
        Ok::<_, Not<Refusal>>(Shown { digits, opens: opens(&kept.span) })
    };
    house.db.write(work).await
}

fn shown(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, actor): (ReservationId, Actor),
    now: Timestamp,
) -> Result<(String, Span), Not<Refusal>> {
    let r = crate::acts::held(c, station, id, actor)?;
    let (venue, _) = rooms::venue_of(c, station.id, r.venue)?;
    if venue.key != Key::Code {
        return Err(Fault::NotFound.into());
    }
    if !stands(&r, now) {
        return Err(Refusal::NotNow { state: r.state_at(now) }.into());
    }
    let at = At { house, station, venue: &venue, now };
    let digits = match store::code_of(c, station.id, id)? {
        None => at.make(c, &r, actor.by())?,
        Some(DoorCode { unseen_sealed: Some(sealed), .. }) => {
            house.keys.open(UNSEEN, &sealed).map_err(Fault::broken)?
        }
        Some(_) => {
            let (digits, hash) = at.fresh(c)?;
            store::set_digits(c, station.id, id, &hash)?;
            at.tell_lock(c, id, What::granted(digits.clone(), &opens(&r.span)))?;
            record(c, station, (now, actor.by()), "door.code-made", (&id.to_string(), r.venue))?;
            return Ok((digits, r.span));
        }
    };
    store::seen(c, station.id, id)?;
    Ok((digits, r.span))
}
