//! One request of somebody who works here, with what every handler of a slice's desk needs. Slices put their own around it: what
//! their pages are drawn with, and their refusals in words.
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::StaffId;
use serde::{Deserialize, Serialize};

use crate::desk::{AtDesk, AtDeskAsManager, DeskPage};

/// Somebody with a role at the station of the path.
#[derive(Clone)]
pub struct Here {
    pub house: House,
    pub v: View,
    pub desk: AtDesk,
}

/// The same for what only managers do.
#[derive(Clone)]
pub struct HereAsManager(pub Here);

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

impl FromRequestParts<House> for HereAsManager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<HereAsManager, Fault> {
        let AtDeskAsManager(desk) = AtDeskAsManager::from_request_parts(parts, house).await?;
        Ok(HereAsManager(Here::new(parts, house, desk)))
    }
}

impl Here {
    fn new(parts: &Parts, house: &House, desk: AtDesk) -> Here {
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        Here { v: View::of(house, &parts.headers, here), house: house.clone(), desk }
    }

    pub fn page(&self, tab: &str, title: &str) -> DeskPage<'_> {
        DeskPage::new(&self.v, &self.desk, tab, title)
    }

    /// A page that renews itself while it is open, unless it is a refusal: that stays until it was read.
    pub fn renewed<'v>(&'v self, page: DeskPage<'v>, status: StatusCode) -> DeskPage<'v> {
        let page = page.status(status);
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
}
