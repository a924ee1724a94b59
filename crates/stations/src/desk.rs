//! The desk: who works at a station, and the shell around the pages of their work.
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts as Request;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{self, HtmlPage, Page, StaffBar};
use kernel::view::View;
use maud::Markup;
use people::{Role, Staff, StaffAt};

use crate::at::At;
use crate::parts::{Group, Parts, TABS, Tab};
use crate::station::Station;

/// Somebody signed in as staff who has a role at the station of the path. To everybody else the page is not there.
#[derive(Clone)]
pub struct AtDesk {
    pub station: Arc<Station>,
    pub staff: StaffAt,
    /// The number of the station's last change when this request began: a page of it is at least as new.
    seen: i64,
    tabs: Arc<[Tab]>,
}

/// The same for what only managers do.
#[derive(Clone)]
pub struct AtDeskAsManager(pub AtDesk);

impl FromRequestParts<House> for AtDesk {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Request, house: &House) -> Result<AtDesk, Fault> {
        with_role(parts, house, Role::Clerk).await
    }
}

impl FromRequestParts<House> for AtDeskAsManager {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Request, house: &House) -> Result<AtDeskAsManager, Fault> {
        with_role(parts, house, Role::Manager).await.map(AtDeskAsManager)
    }
}

async fn with_role(parts: &mut Request, house: &House, role: Role) -> Result<AtDesk, Fault> {
    // First who asks: a stranger learns nothing about which stations there are desks for.
    let who = Staff::from_request_parts(parts, house).await?;
    let At { station } = At::from_request_parts(parts, house).await?;
    let id = station.id;
    let known =
        move |c: &mut kernel::db::Conn| Ok::<_, Fault>((people::staff_at(c, &who.id, id, role)?, event::last(c, id)?));
    let (staff, seen) = house.db.read(known).await?;
    let tabs = parts.extensions.get::<Parts>().map_or_else(|| Arc::from(TABS), |p| p.tabs.clone());
    Ok(AtDesk { station, staff, seen, tabs })
}

impl AtDesk {
    /// A desk that nobody works at, for sample pages.
    pub(crate) fn sample(station: Station, staff: StaffAt) -> AtDesk {
        AtDesk { station: Arc::new(station), staff, seen: 0, tabs: Arc::from(TABS) }
    }

    /// The number of the station's last change when this request began.
    pub(crate) fn seen(&self) -> i64 {
        self.seen
    }

    /// Where this person's desk begins.
    pub fn first(&self) -> String {
        let first = self.tabs_seen().next().map_or("/station", |t| t.path);
        self.station.path(&format!("/desk{first}"))
    }

    fn tabs_seen(&self) -> impl Iterator<Item = &Tab> {
        self.tabs.iter().filter(|t| t.role <= self.staff.role)
    }
}

/// A page of the desk, built step by step around its body.
pub struct DeskPage<'v>(Page<'v>);

impl<'v> DeskPage<'v> {
    /// `current` is the key of the tab that the page belongs to.
    pub fn new(v: &'v View, desk: &AtDesk, current: &str, title: impl Into<String>) -> DeskPage<'v> {
        let group = desk.tabs_seen().find(|t| t.key == current).map(|t| t.group);
        let link = |key, t: &Tab, here| page::Tab::new(v.t(key), desk.station.path(&format!("/desk{}", t.path)), here);
        let groups = Group::ALL.into_iter().filter_map(|g| Some((g, desk.tabs_seen().find(|t| t.group == g)?)));
        let sisters = desk.tabs_seen().filter(|t| Some(t.group) == group);
        let bar = StaffBar {
            name: desk.staff.name.clone(),
            place: desk.station.name(v).to_owned(),
            groups: groups.map(|(g, first)| link(g.key(), first, Some(g) == group)).collect(),
            pages: sisters.map(|t| link(t.key, t, t.key == current)).collect(),
        };
        DeskPage(Page::new(v, title).place(desk.station.place(v)).staff(bar))
    }

    pub fn back(self, label: impl Into<String>, href: impl Into<String>) -> DeskPage<'v> {
        DeskPage(self.0.back(label, href))
    }

    /// The page renews itself when something changes at the station of `desk`; for lists, not for forms.
    pub fn follows(self, desk: &AtDesk) -> DeskPage<'v> {
        DeskPage(self.0.follow(desk.station.path("/desk/live"), desk.seen))
    }

    /// One more style sheet, of the slice whose page it is.
    pub fn sheet_at(self, url: &str) -> DeskPage<'v> {
        DeskPage(self.0.sheet_at(url))
    }

    /// A script of the slice whose page it is.
    pub fn script(self, url: &str) -> DeskPage<'v> {
        DeskPage(self.0.script(url))
    }

    pub fn status(self, status: StatusCode) -> DeskPage<'v> {
        DeskPage(self.0.status(status))
    }

    pub fn body(self, body: Markup) -> HtmlPage {
        self.0.body(body)
    }
}
