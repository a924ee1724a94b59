//! One request of somebody who works here, with what the pages of this slice need.
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Said};
use stations::{DeskPage, HereAsManager};

pub use stations::Named;

use super::pages::Ctx;
use super::{assets, told};
use crate::acts::NotKept;
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
        Ctx { v: &self.v, station: &self.desk.station }
    }

    pub fn page(&self, tab: &str, title: &str) -> DeskPage<'_> {
        self.0.page(tab, title).sheet_at(assets::url())
    }

    pub fn list(&self, tab: &str, title: &str, status: StatusCode) -> DeskPage<'_> {
        self.renewed(self.page(tab, title), status)
    }

    pub fn read_at(self, path: String) -> Here {
        Here(self.0.read_at(path))
    }

    /// Of a name or a number only a keyed hash says whether a request is the same.
    pub fn hashed(&self, text: Option<&str>) -> Option<Vec<u8>> {
        text.map(|text| self.house.keys.lookup("ticket-once", text.trim()).to_vec())
    }

    /// What a step came to: its value, or the rule's no in words. A fault is a fault.
    pub fn or_said<T>(&self, result: Result<T, Not<Refusal>>) -> Result<Result<T, Said>, Fault> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(Not::Refused(refusal)) => Ok(Err(says::said(&self.v, &self.desk.station.zone, &refusal))),
            Err(Not::Fault(fault)) => Err(fault),
        }
    }

    /// The same for what managers write, as problems of their form.
    pub fn or_problems<T>(&self, result: Result<T, Not<NotKept>>) -> Result<Result<T, Problems>, Fault> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(Not::Refused(refusal)) => Ok(Err(told::problems(&self.v, refusal))),
            Err(Not::Fault(fault)) => Err(fault),
        }
    }
}
