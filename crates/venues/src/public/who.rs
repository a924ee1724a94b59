//! Who asks about a reservation: the person it belongs to, or staff of the station.
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::ReservationId;
use crate::acts::Actor;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use people::{MaybeResident, PersonId, Role, Staff, StaffId};
use stations::{At, One, Station};

/// Whoever is signed in, if anybody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    pub person: Option<PersonId>,
    pub staff: Option<StaffId>,
}

impl FromRequestParts<House> for Caller {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Caller, Fault> {
        let MaybeResident(person) = MaybeResident::from_request_parts(parts, house).await?;
        if person.is_some() {
            return Ok(Caller { person, staff: None });
        }
        match Staff::from_request_parts(parts, house).await {
            Ok(staff) => Ok(Caller { person: None, staff: Some(staff.id) }),
            Err(Fault::StaffSignInFirst) => Ok(Caller { person: None, staff: None }),
            Err(fault) => Err(fault),
        }
    }
}

impl Caller {
    /// As whom they act at `station`. Staff of other stations see nothing here.
    pub async fn actor(&self, house: &House, station: &Station) -> Result<Actor, Fault> {
        match (self.person, self.staff) {
            (Some(person), _) => Ok(Actor::Person(person)),
            (None, Some(staff)) => {
                let at = station.id;
                house.db.read(move |c| people::staff_at(c, &staff, at, Role::Clerk)).await?;
                Ok(Actor::Staff(staff))
            }
            (None, None) => Err(Fault::SignInFirst),
        }
    }
}

/// One request on a page of a station by somebody, with what every handler needs.
pub struct Visit<W> {
    pub house: House,
    pub v: View,
    pub at: At,
    pub who: W,
}

impl<W: FromRequestParts<House, Rejection = Fault> + Send> FromRequestParts<House> for Visit<W> {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Visit<W>, Fault> {
        let at = At::from_request_parts(parts, house).await?;
        let who = W::from_request_parts(parts, house).await?;
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        Ok(Visit { v: View::of(house, &parts.headers, here), house: house.clone(), at, who })
    }
}

/// A reservation that the path names as `{id}`, before anybody knows who asks.
pub type Named = One<ReservationId>;

/// The same with somebody who may be allowed to see it; whether they are, loading it says.
#[derive(Clone)]
pub struct Asked {
    pub station: Arc<Station>,
    pub id: ReservationId,
    pub actor: Actor,
}

impl FromRequestParts<House> for Asked {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Asked, Fault> {
        let One { station, id } = Named::from_request_parts(parts, house).await?;
        let actor = Caller::from_request_parts(parts, house).await?.actor(house, &station).await?;
        Ok(Asked { station, id, actor })
    }
}
