//! What everybody reads, and applies for.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::limits::Act;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::{At, One, Station};

use crate::OccurrenceId;
use crate::draws::rules::Published as _;
use crate::fair::pages::{self, Applying, StallForm};
use crate::fair::says::stall_path;
use crate::fair::{StallId, acts, answers};
use crate::fairday::Frame;

/// Which fair; the next one where nothing is said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    fair: String,
}

impl Which {
    fn id(&self) -> Option<OccurrenceId> {
        self.fair.parse().ok()
    }
}

pub async fn whole(
    house: &House,
    station: &Arc<Station>,
    which: Option<OccurrenceId>,
) -> Result<Option<answers::Whole>, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::fair(c, &station, which, now)).await
}

pub async fn fair(State(house): State<House>, v: View, at: At, Ask(which): Ask<Which>) -> Result<HtmlPage, Fault> {
    let found = whole(&house, &at.station, which.id()).await?;
    Ok(pages::fair(Frame { v: &v, station: &at.station }, found.as_ref()))
}

async fn form_page(
    house: &House,
    v: &View,
    (station, which): (&Arc<Station>, Option<OccurrenceId>),
    (form, problems): (StallForm, &Problems),
) -> Result<Response, Fault> {
    let found = whole(house, station, which).await?.ok_or(Fault::NotFound)?;
    let form = StallForm { once: house.new_id().to_string(), ..form };
    let (fair, title) = (found.fair.occurrence.id, found.fair.title());
    let page = pages::applying(Frame { v, station }, &Applying { fair, title, form: &form, problems });
    Ok(page.into_response())
}

pub async fn new(State(house): State<House>, v: View, at: At, Ask(which): Ask<Which>) -> Result<Response, Fault> {
    let form = StallForm { metres: "3".into(), ..StallForm::default() };
    form_page(&house, &v, (&at.station, which.id()), (form, &Problems::default())).await
}

/// Counts an application that comes from an address: a village may share it.
pub fn counted(house: &House, peer: &Peer) -> Result<(), Fault> {
    house.limits.count(Act::TicketFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))
}

pub async fn apply(
    State(house): State<House>,
    v: View,
    (peer, at): (Peer, At),
    Ask(which): Ask<Which>,
    Form(form): Form<StallForm>,
) -> Result<Response, Fault> {
    counted(&house, &peer)?;
    let fair = which.id().ok_or(Fault::NotFound)?;
    let problems = match form.read().and_then(|new| new.checked(false).map(|checked| (new, checked))) {
        Err(problems) => problems,
        Ok((asked, new)) => {
            let hashed = house.keys.lookup("stall-once", &format!("{asked:?}")).to_vec();
            let once = (!form.once.is_empty()).then(|| Once::new(&form.once, "", &hashed));
            match acts::apply(&house, &at.station, (fair, new), (None, once)).await {
                Ok(id) => return Ok(Redirect::to(&stall_path(&at.station, id)).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&v)),
            }
        }
    };
    let v = v.at(at.station.path(&format!("/fair/stalls/new?fair={fair}")));
    form_page(&house, &v, (&at.station, Some(fair)), (form, &problems)).await
}

pub async fn stall(State(house): State<House>, v: View, one: One<StallId>) -> Result<HtmlPage, Fault> {
    let (h, station, id) = (house.clone(), one.station.clone(), one.id);
    let read = move |c: &mut Conn| answers::stall(c, &h, &station, id);
    let (fair, seen, ahead) = house.db.snapshot(read).await?;
    Ok(pages::stall(Frame { v: &v, station: &one.station }, (&fair, &seen, ahead)))
}

/// The bytes that anybody draws again.
pub async fn draw(State(house): State<House>, one: One<OccurrenceId>) -> Result<Response, Fault> {
    let (station, id) = (one.station.clone(), one.id);
    let sheet = house.db.snapshot(move |c: &mut Conn| answers::stall_draw(c, &station, id)).await?;
    let name = format!("attachment; filename=\"stalls-{}-{id}.json\"", one.station.slug);
    Ok(([(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, name)], sheet.text()).into_response())
}

/// Whoever has the address has the application.
pub async fn withdraw(
    State(house): State<House>,
    at: At,
    Values(stations::Named { id }): Values<stations::Named<StallId>>,
) -> Result<Response, Fault> {
    acts::withdraw(&house, &at.station, (id, None)).await?;
    Ok(Redirect::to(&stall_path(&at.station, id)).into_response())
}
