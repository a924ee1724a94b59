//! Who asks. A handler that names one of these cannot be reached by anybody else.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session::{self, Kind, Token};

use crate::ids::{PersonId, StaffId};
use crate::store;

/// A signed-in resident. Anybody else is led to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resident {
    pub id: PersonId,
}

/// A resident, if one is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaybeResident(pub Option<PersonId>);

/// A signed-in member of staff. What they may do at which station, [`crate::staff_at`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    pub id: StaffId,
    pub name: String,
}

impl FromRequestParts<House> for MaybeResident {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<MaybeResident, Fault> {
        let Some(token) = Token::of(&parts.headers) else { return Ok(MaybeResident(None)) };
        let now = house.now();
        let found = house.db.read(move |c| session::find(c, Kind::Resident, &token, now)).await?;
        Ok(MaybeResident(found.map(PersonId)))
    }
}

impl FromRequestParts<House> for Resident {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Resident, Fault> {
        let MaybeResident(found) = MaybeResident::from_request_parts(parts, house).await?;
        found.map(|id| Resident { id }).ok_or(Fault::SignInFirst)
    }
}

impl FromRequestParts<House> for Staff {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Staff, Fault> {
        let token = Token::of(&parts.headers).ok_or(Fault::StaffSignInFirst)?;
        let now = house.now();
        let found = house.db.read(move |c| store::staff::signed_in(c, &token, now)).await?;
        found.map(|(id, name)| Staff { id, name }).ok_or(Fault::StaffSignInFirst)
    }
}
