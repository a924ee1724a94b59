//! What managers change about their station.
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::api;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::live::{self, Bound};
use kernel::once::{Once, only_once};
use kernel::page::HtmlPage;
use kernel::session::Token;
use kernel::view::{Peer, View};

use crate::desk::{AtDesk, AtDeskAsManager};
use crate::forms::{self, OwnerForm, StationForm};
use crate::opening;
use crate::pages::edit::{self, Edit, Preview};
use crate::pages::owners::{self, Owners};
use crate::said::wall;
use crate::station::{Owner, Station};
use crate::{acts, memory, store};

/// Days that the preview of opening hours shows: more than a week, so that every weekday is seen once and today twice.
const PREVIEWED: u8 = 8;

/// Streams that one session and one address may hold open: a person's windows, with those of pages just left on a slow line,
/// and a whole county behind one address.
const OF_SESSION: u32 = 24;
const OF_ADDRESS: u32 = 500;

#[derive(serde::Deserialize)]
pub struct Asked {
    once: Option<String>,
}

/// The number of the station's last change: a stream of it, or with `?once` what it is now.
pub async fn news(
    State(house): State<House>,
    desk: AtDesk,
    peer: Peer,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    if asked.once.is_some() {
        return Ok(live::number(desk.seen()));
    }
    let token = Token::of(&headers).ok_or(Fault::StaffSignInFirst)?;
    let mut bounds = vec![Bound { of: house.keys.lookup("live-session", token.as_str()), most: OF_SESSION }];
    // A proxy on this machine that is not named as one would make everybody one address.
    if !peer.0.is_loopback() {
        bounds.push(Bound { of: house.keys.lookup("peer", &peer.0.to_string()), most: OF_ADDRESS });
    }
    live::stream(&house, desk.station.id, &bounds).await
}

#[derive(serde::Deserialize)]
pub struct Came {
    /// A change was just saved.
    saved: Option<String>,
}

pub async fn begin(desk: AtDesk) -> Redirect {
    Redirect::to(&desk.first())
}

pub async fn station(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(came): Query<Came>,
) -> HtmlPage {
    let form = StationForm { once: house.new_id().to_string(), ..StationForm::of(&desk.station) };
    let preview = previewed(&house, &v, &desk.station, &form.hours);
    let saved = came.saved.is_some();
    edit::page(&v, &Edit { desk: &desk, form: &form, problems: &Problems::default(), preview: &preview, saved })
}

pub async fn change_station(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Form(form): Form<StationForm>,
) -> Result<Response, Fault> {
    let preview = previewed(&house, &v, &desk.station, &form.hours);
    let again = |problems: Problems, status: StatusCode| {
        let mut page =
            edit::page(&v, &Edit { desk: &desk, form: &form, problems: &problems, preview: &preview, saved: false });
        page.status = status;
        Ok(page.into_response())
    };
    if form.show.is_some() {
        return again(Problems::default(), StatusCode::OK);
    }
    let draft = match form.read() {
        Ok(draft) => draft,
        Err(problems) => return again(problems, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let (id, by, now) = (desk.station.id, By::Staff(desk.staff.id.0), house.now());
    let once = Once::new(&form.once, &desk.staff.id.to_string(), &form);
    let changed = move |c: &mut kernel::db::Conn| {
        only_once(c, id, Some(&once), now, |c| acts::change_station(c, id, &draft, by, now))
    };
    house.db.write(changed).await?;
    memory::forget(&house, &desk.station.slug);
    Ok(Redirect::to(&desk.station.path("/desk/station?saved=1")).into_response())
}

#[derive(serde::Deserialize)]
pub struct Typed {
    #[serde(default)]
    hours: String,
}

/// A piece of a page: what the typed hours mean.
pub async fn preview(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(typed): Query<Typed>,
) -> Html<String> {
    Html(edit::preview(&v, &previewed(&house, &v, &desk.station, &typed.hours)).into_string())
}

fn previewed(house: &House, v: &View, station: &Station, typed: &str) -> Preview {
    let mut problems = Problems::default();
    let Some(hours) = forms::hours(&mut problems, typed) else {
        return Preview::Wrong(problems.of(v, "hours").unwrap_or_default());
    };
    let (at, calendar) = (wall(house.now(), &station.zone), memory::calendar(house));
    Preview::Means {
        door: opening::door(&hours, &calendar, at),
        week: opening::days(&hours, &calendar, at.date(), PREVIEWED),
        when: v.when(&station.zone),
    }
}

pub async fn owners(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(came): Query<Came>,
) -> Result<HtmlPage, Fault> {
    let form = OwnerForm { once: house.new_id().to_string(), ..OwnerForm::default() };
    let owners = all_owners(&house, &desk).await?;
    let saved = came.saved.is_some();
    Ok(owners::list(&v, &Owners { desk: &desk, owners: &owners, form: &form, problems: &Problems::default(), saved }))
}

async fn all_owners(house: &House, desk: &AtDesk) -> Result<Vec<Owner>, Fault> {
    let id = desk.station.id;
    house.db.read(move |c| store::owners::of_station(c, id)).await
}

pub async fn add_owner(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Form(form): Form<OwnerForm>,
) -> Result<Response, Fault> {
    let (zh, en) = match form.read() {
        Ok(names) => names,
        Err(problems) => {
            let owners = all_owners(&house, &desk).await?;
            let page = Owners { desk: &desk, owners: &owners, form: &form, problems: &problems, saved: false };
            let mut page = owners::list(&v, &page);
            page.status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(page.into_response());
        }
    };
    let (id, by, now) = (desk.station.id, By::Staff(desk.staff.id.0), house.now());
    let once = Once::new(&form.once, &desk.staff.id.to_string(), &form);
    let added = move |c: &mut kernel::db::Conn| {
        only_once(c, id, Some(&once), now, |c| acts::add_owner(c, id, (&zh, &en), by, now))
    };
    house.db.write(added).await?;
    Ok(Redirect::to(&desk.station.path("/desk/owners?saved=1")).into_response())
}

#[derive(serde::Deserialize)]
pub struct Which {
    owner: i32,
}

pub async fn owner(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    api::At(which): api::At<Which>,
) -> Result<HtmlPage, Fault> {
    let owner = one_owner(&house, &desk, which.owner).await?;
    let form = OwnerForm { once: house.new_id().to_string(), ..OwnerForm::of(&owner) };
    let page = Owners { desk: &desk, owners: &[], form: &form, problems: &Problems::default(), saved: false };
    Ok(owners::one(&v, &page, &owner))
}

async fn one_owner(house: &House, desk: &AtDesk, number: i32) -> Result<Owner, Fault> {
    all_owners(house, desk).await?.into_iter().find(|o| o.id == number).ok_or(Fault::NotFound)
}

pub async fn rename_owner(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    api::At(which): api::At<Which>,
    Form(form): Form<OwnerForm>,
) -> Result<Response, Fault> {
    let owner = one_owner(&house, &desk, which.owner).await?;
    let (zh, en) = match form.read() {
        Ok(names) => names,
        Err(problems) => {
            let page = Owners { desk: &desk, owners: &[], form: &form, problems: &problems, saved: false };
            let mut page = owners::one(&v, &page, &owner);
            page.status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(page.into_response());
        }
    };
    let (id, by, now) = (desk.station.id, By::Staff(desk.staff.id.0), house.now());
    let once = Once::new(&form.once, &desk.staff.id.to_string(), &form);
    let renamed = move |c: &mut kernel::db::Conn| {
        only_once(c, id, Some(&once), now, |c| acts::rename_owner(c, id, which.owner, (&zh, &en), by, now))
    };
    house.db.write(renamed).await?;
    Ok(Redirect::to(&desk.station.path("/desk/owners?saved=1")).into_response())
}
