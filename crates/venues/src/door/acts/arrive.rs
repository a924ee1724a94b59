//! "I am here", said at the door.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ReservationId;
use crate::acts as rooms_acts;
use crate::door::answers;
use crate::door::rules::{self, AHEAD, Candidate, NoArrival};
use crate::door::store;
use crate::rules::{State, VenueId};
use crate::store as rooms;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

/// How somebody at the door says who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Signed in.
    Person(PersonId),
    /// By the last four digits of their phone number.
    Digits(String),
}

/// Checks in whoever stands at the door of the venue with this slug. Doing it twice is fine.
pub async fn arrive(
    house: &House,
    station: &Arc<Station>,
    venue: String,
    who: Who,
) -> Result<ReservationId, Not<NoArrival>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| -> Result<ReservationId, Not<NoArrival>> {
        let venue = answers::venue(c, &station, &venue)?.id;
        rooms::hold(c, station.id, venue)?;
        let all = candidates(c, &h, &station, (venue, &who), now)?;
        let found = rules::meant(now, all)?;
        if found.state == State::CheckedIn {
            return Ok(found.id);
        }
        let old = rooms::by_id(c, station.id, found.id)?;
        match rooms_acts::arrive(c, &station, &old, (now, By::Resident)) {
            Ok(()) => Ok(found.id),
            Err(Not::Refused(refusal)) => Err(NoArrival::Room(refusal).into()),
            Err(Not::Fault(fault)) => Err(fault.into()),
        }
    };
    house.db.write(work).await
}

/// What people who fit those words have here around now.
fn candidates(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (venue, who): (VenueId, &Who),
    now: Timestamp,
) -> Result<Vec<Candidate>, Fault> {
    let mut fit = vec![];
    for r in store::around_now(c, station.id, venue, (now, AHEAD))? {
        let Some(person) = r.person else { continue };
        let theirs = match who {
            Who::Person(asks) => *asks == person,
            Who::Digits(last) => people::phone_of(c, house, person)?.is_some_and(|p| p.full().ends_with(last)),
        };
        if theirs {
            let state = r.state_at(now);
            fit.push(Candidate { id: r.id, whose: person, state, span: r.span, lapses_at: r.lapses_at });
        }
    }
    Ok(fit)
}
