//! A club that is held: from here on nobody else decides about it.
use jiff::Timestamp;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::rules::{self, NoClub};
use crate::clubs::store::{self, Club, Hiding, Member};
use crate::rules::Refusal;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

/// A club and all that a decision about it depends on.
pub struct Held {
    pub club: Club,
    pub members: Vec<Member>,
    pub hiding: Option<Hiding>,
}

impl Held {
    pub fn rule(&self) -> rules::Club {
        rules::Club {
            closed: self.club.closed_at.is_some(),
            hidden: self.is_hidden(),
            opens: self.club.opens,
            leader: self.club.leader,
            heir: self.club.heir,
            members: self.members.iter().map(Member::rule).collect(),
        }
    }

    pub fn member(&self, id: Id) -> Result<&Member, Fault> {
        self.members.iter().find(|m| m.id == id).ok_or(Fault::NotFound)
    }

    /// The member's own row, not that of a child.
    pub fn own(&self, person: PersonId) -> Option<&Member> {
        self.members.iter().find(|m| m.person == person && !m.is_child())
    }

    /// Those whom messages to members reach, each once, except `except`.
    pub fn people(&self, except: Option<PersonId>) -> Vec<PersonId> {
        let in_it = self.members.iter().filter(|m| m.is_in && Some(m.person) != except);
        let mut people: Vec<PersonId> = in_it.map(|m| m.person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    pub fn is_hidden(&self) -> bool {
        self.hiding.as_ref().is_some_and(Hiding::is_agreed)
    }
}

pub fn held(c: &mut Conn, station: &Station, id: ClubId) -> Result<Held, Fault> {
    store::hold(c, station.id, id)?;
    let club = store::by_id(c, station.id, id)?;
    let members = store::of_club(c, station.id, id)?;
    let hiding = store::open_of(c, station.id, id)?;
    Ok(Held { club, members, hiding })
}

/// The club for whoever decides about it: its leader, or staff. To everybody else it is not there.
pub fn led(c: &mut Conn, station: &Station, id: ClubId, actor: Actor) -> Result<Held, Fault> {
    let held = held(c, station, id)?;
    if is_led(&held.club, actor) { Ok(held) } else { Err(Fault::NotFound) }
}

pub fn is_led(club: &Club, actor: Actor) -> bool {
    match actor {
        Actor::Person(person) => club.leader == Some(person),
        Actor::Staff(_) => true,
    }
}

/// A refusal of the room is one of the club.
pub fn of_room<T>(result: Result<T, Not<Refusal>>) -> Result<T, Not<NoClub>> {
    result.map_err(|not| match not {
        Not::Refused(r) => Not::Refused(r.into()),
        Not::Fault(f) => Not::Fault(f),
    })
}

/// Who it is about, the event does not say.
pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    kind: &str,
    id: ClubId,
) -> Result<(), Fault> {
    event::record(c, station.id, now, by, kind, &id.to_string(), &serde_json::json!({})).map(|_| ())
}
