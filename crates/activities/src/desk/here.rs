//! One request of somebody who works here, with what the pages of this slice need.
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;

use super::pages::Ctx;
use crate::acts::Ports;
use crate::public::Reading;

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here {
    here: stations::Here,
    pub ports: Ports,
}

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
        let ports = parts.extensions.get::<Ports>().copied();
        Ok(Here { here, ports: ports.ok_or_else(|| Fault::broken("activities are served without their ports"))? })
    }
}

impl Here {
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { v: &self.v, station: &self.desk.station }
    }

    pub fn reading(&self) -> Reading {
        Reading { house: self.house.clone(), station: self.desk.station.clone(), ports: self.ports }
    }

    pub fn today(&self) -> Date {
        self.reading().today()
    }

    pub fn read_at(self, path: String) -> Here {
        Here { here: self.here.read_at(path), ports: self.ports }
    }

    pub fn me(&self) -> StaffId {
        self.staff()
    }
}
