//! One request of somebody who works here, with what the pages of this slice need.
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Said};
use people::Role;
use stations::{DeskPage, HereAsManager};

pub use stations::Named;

use super::pages::Ctx;
use crate::acts::Actor;
use crate::rules::Refusal;
use crate::says;

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here(stations::Here);

/// The same for what only managers do.
#[derive(Clone)]
pub struct Manager(pub Here);

impl Deref for Here {
    type Target = stations::Here;
    fn deref(&self) -> &stations::Here {
        &self.0
    }
}

impl FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Here, Fault> {
        stations::Here::from_request_parts(parts, house).await.map(Here)
    }
}

impl FromRequestParts<House> for Manager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Manager, Fault> {
        let HereAsManager(here) = HereAsManager::from_request_parts(parts, house).await?;
        Ok(Manager(Here(here)))
    }
}

impl Here {
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { v: &self.v, station: &self.desk.station, manager: self.desk.staff.role == Role::Manager }
    }

    pub fn list(&self, tab: &str, title: &str, status: StatusCode) -> DeskPage<'_> {
        self.renewed(self.page(tab, title), status)
    }

    pub fn read_at(self, path: String) -> Here {
        Here(self.0.read_at(path))
    }

    pub fn actor(&self) -> Actor {
        Actor::Staff(self.staff())
    }

    pub fn said(&self, refusal: &Refusal) -> Said {
        says::said(&self.v, &self.desk.station.zone, refusal)
    }

    /// What a change came to: its value, or the rule's no in words. A fault is a fault.
    pub fn or_said<T>(&self, result: Result<T, Not<Refusal>>) -> Result<Result<T, (Refusal, Said)>, Fault> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(Not::Refused(refusal)) => {
                let said = self.said(&refusal);
                Ok(Err((refusal, said)))
            }
            Err(Not::Fault(fault)) => Err(fault),
        }
    }
}
