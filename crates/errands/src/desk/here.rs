//! One request of somebody who works here, with what the pages of this slice need.
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Said};
use stations::{DeskPage, HereAsManager, ToCall, WhomToCall};

pub use stations::Named;

use super::pages::Ctx;
use super::{assets, told};
use crate::acts::NotKept;
use crate::rules::Refusal;
use crate::says;

/// Whom other slices have to call: `Router::layer(Extension(to_call))`.
#[derive(Clone, Default)]
pub struct OnTheCallList(pub Arc<[WhomToCall]>);

impl OnTheCallList {
    fn of(parts: &Parts) -> OnTheCallList {
        parts.extensions.get::<OnTheCallList>().cloned().unwrap_or_default()
    }
}

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here {
    here: stations::Here,
    others: OnTheCallList,
}

/// The same for what only managers do.
#[derive(Clone)]
pub struct Manager(pub Here);

impl Deref for Here {
    type Target = stations::Here;
    fn deref(&self) -> &stations::Here {
        &self.here
    }
}

impl FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Here, Fault> {
        let here = stations::Here::from_request_parts(parts, house).await?;
        Ok(Here { here, others: OnTheCallList::of(parts) })
    }
}

impl FromRequestParts<House> for Manager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Manager, Fault> {
        let HereAsManager(here) = HereAsManager::from_request_parts(parts, house).await?;
        Ok(Manager(Here { here, others: OnTheCallList::of(parts) }))
    }
}

impl Here {
    /// Whom other slices have to call now.
    pub fn asked(&self, c: &mut Conn) -> Result<Vec<ToCall>, Fault> {
        let mut all = vec![];
        for ask in self.others.0.iter() {
            all.extend(ask(c, &self.house, &self.v, &self.desk.station)?);
        }
        Ok(all)
    }

    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { v: &self.v, station: &self.desk.station }
    }

    pub fn page(&self, tab: &str, title: &str) -> DeskPage<'_> {
        self.here.page(tab, title).sheet_at(assets::url())
    }

    pub fn list(&self, tab: &str, title: &str, status: StatusCode) -> DeskPage<'_> {
        self.renewed(self.page(tab, title), status)
    }

    pub fn read_at(self, path: String) -> Here {
        Here { here: self.here.read_at(path), ..self }
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
