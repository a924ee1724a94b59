//! One request of somebody who works here, with what the pages of this slice need.
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};
use stations::{DeskPage, HereAsManager};

use super::pages::Ctx;
use super::{TAB, assets};
use crate::acts::Doing;
use crate::ports::Ports;

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here {
    here: stations::Here,
    ports: Ports,
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
        Ok(Here { here, ports: Ports::of(parts)? })
    }
}

impl FromRequestParts<House> for Manager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Manager, Fault> {
        let HereAsManager(here) = HereAsManager::from_request_parts(parts, house).await?;
        Ok(Manager(Here { here, ports: Ports::of(parts)? }))
    }
}

impl Here {
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { v: &self.v, station: &self.desk.station, manager: self.is_manager() }
    }

    pub fn is_manager(&self) -> bool {
        self.desk.staff.role >= Role::Manager
    }

    pub fn me(&self) -> &StaffAt {
        &self.desk.staff
    }

    pub fn doing(&self) -> Doing {
        Doing::new(self.house.clone(), self.desk.station.clone(), self.ports)
    }

    /// A page of the inbox, which it leads back to.
    pub fn leaf(&self, title: &str) -> DeskPage<'_> {
        self.sheet(title).back(self.v.t("opinions-desk-title"), self.ctx().path(""))
    }

    /// The same without a way back: the inbox itself.
    pub fn sheet(&self, title: &str) -> DeskPage<'_> {
        self.here.page(TAB, title).sheet_at(assets::sheet())
    }

    pub fn read_at(self, path: String) -> Here {
        Here { here: self.here.read_at(path), ..self }
    }
}
