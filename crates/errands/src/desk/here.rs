//! One request of somebody who works here, with what every handler needs.
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Said};
use kernel::view::View;
use people::StaffId;
use serde::{Deserialize, Serialize};
use stations::{AtDesk, AtDeskAsManager, DeskPage};

use super::pages::Ctx;
use super::{assets, told};
use crate::acts::NotKept;
use crate::rules::Refusal;
use crate::says;

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here {
    pub house: House,
    pub v: View,
    pub desk: AtDesk,
}

/// The same for what only managers do.
#[derive(Clone)]
pub struct Manager(pub Here);

/// What a path names as `{id}`; its `{slug}` is the station's, which [`Here`] reads.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Named<I> {
    pub id: I,
}

impl FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Here, Fault> {
        let desk = AtDesk::from_request_parts(parts, house).await?;
        Ok(Here::new(parts, house, desk))
    }
}

impl FromRequestParts<House> for Manager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Manager, Fault> {
        let AtDeskAsManager(desk) = AtDeskAsManager::from_request_parts(parts, house).await?;
        Ok(Manager(Here::new(parts, house, desk)))
    }
}

impl Here {
    fn new(parts: &Parts, house: &House, desk: AtDesk) -> Here {
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        Here { v: View::of(house, &parts.headers, here), house: house.clone(), desk }
    }

    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { v: &self.v, station: &self.desk.station }
    }

    pub fn page(&self, tab: &str, title: &str) -> DeskPage<'_> {
        DeskPage::new(&self.v, &self.desk, tab, title).sheet_at(assets::url())
    }

    /// A page that renews itself while it is open, unless it is a refusal: that stays until it was read.
    pub fn list(&self, tab: &str, title: &str, status: StatusCode) -> DeskPage<'_> {
        let page = self.page(tab, title).status(status);
        if status == StatusCode::OK { page.follows(&self.desk) } else { page }
    }

    /// The page that answers a form is read as if it were at `path`: its switches lead there and not to the form's address.
    pub fn read_at(mut self, path: String) -> Here {
        self.v.here = path;
        self
    }

    pub fn now(&self) -> Timestamp {
        self.house.now()
    }

    pub fn staff(&self) -> StaffId {
        self.desk.staff.id
    }

    /// A fresh hidden token for a form.
    pub fn fresh_once(&self) -> String {
        self.house.new_id().to_string()
    }

    /// The request's key, bound to who sends it and to what it asks.
    pub fn once(&self, key: &str, request: &impl Serialize) -> Option<Once> {
        (!key.is_empty()).then(|| Once::new(key, &self.staff().to_string(), request))
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
    pub fn or_problems<T>(&self, result: Result<T, Not<NotKept>>) -> Result<Result<T, kernel::form::Problems>, Fault> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(Not::Refused(refusal)) => Ok(Err(told::problems(&self.v, refusal))),
            Err(Not::Fault(fault)) => Err(fault),
        }
    }
}
