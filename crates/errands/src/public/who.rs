//! What a path names: a station, and a ticket of it.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::view::Peer;
use people::{MaybeResident, PersonId};
use stations::One;

use crate::TicketId;
use crate::acts::{Actor, Holder};

/// A ticket that the path names as `{id}`. Whoever has its address has the ticket: nobody else is asked for.
pub type Named = One<TicketId>;

/// Who acts: somebody who is signed in, or whoever has the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who(pub Option<PersonId>);

impl FromRequestParts<House> for Who {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Who, Fault> {
        let MaybeResident(person) = MaybeResident::from_request_parts(parts, house).await?;
        Ok(Who(person))
    }
}

impl Who {
    pub fn actor(self) -> Actor {
        self.0.map_or(Actor::Bearer, Actor::Person)
    }

    pub fn holder(self) -> Holder {
        self.0.map_or(Holder::Bearer, Holder::Person)
    }

    /// To whom a repeated request is bound.
    pub fn key(self) -> String {
        self.0.map(|p| p.to_string()).unwrap_or_default()
    }

    /// Counts a number that a stranger draws. Somebody who is signed in has one in each line anyway.
    pub fn count(self, house: &House, peer: &Peer) -> Result<(), Fault> {
        match self.0 {
            Some(_) => Ok(()),
            None => house.limits.count(Act::TicketFromAddress, &house.keys.lookup("peer", &peer.0.to_string())),
        }
    }
}
