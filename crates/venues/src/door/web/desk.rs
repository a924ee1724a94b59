//! A door, as the manager sets it up.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use crate::desk::VENUES;
use crate::desk::here::{Here, Manager, Named};
use crate::door::acts;
use crate::door::answers;
use crate::door::forms::LockForm;
use crate::door::pages::{self, Edit};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    kept: String,
}

/// What is typed, shown, and wrong on the page.
struct Shown<'a> {
    typed: Option<&'a str>,
    problems: &'a Problems,
    key: Option<&'a str>,
    kept: bool,
}

fn path(here: &Here, id: i32) -> String {
    here.ctx().path(&format!("/venues/{id}/door"))
}

pub async fn nothing_here(Manager(here): Manager, At(Named { id }): At<Named<i32>>) -> Redirect {
    Redirect::to(&path(&here, id))
}

pub async fn show(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Query(done): Query<Done>,
) -> Result<Response, Fault> {
    let shown = Shown { typed: None, problems: &Problems::default(), key: None, kept: !done.kept.is_empty() };
    page(&here, id, shown).await
}

async fn page(here: &Here, id: i32, shown: Shown<'_>) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let door = here.house.db.read(move |c: &mut Conn| answers::managed(c, &station, id)).await?;
    let name = here.v.pick(&door.venue.name.zh, &door.venue.name.en);
    let status = if shown.problems.none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = here.v.ta("door-desk-title", &[("venue", name.into())]);
    let venue = here.ctx().path(&format!("/venues/{id}"));
    let page = here.page(VENUES, &title).back(name.to_owned(), venue).status(status);
    let (root, slug) = (&here.house.settings.public_url, &here.desk.station.slug);
    let entries = format!("{root}/api/v1/stations/{slug}/doors/{}/entries", door.venue.slug);
    let once = here.fresh_once();
    let edit = Edit {
        door: &door,
        lock_url: shown.typed.unwrap_or(&door.lock_url),
        problems: shown.problems,
        key: shown.key,
        kept: shown.kept,
        entries: &entries,
        once: &once,
    };
    Ok(page.body(pages::body(here.ctx(), &edit)).into_response())
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<LockForm>,
) -> Result<Response, Fault> {
    let here = {
        let to = path(&here, id);
        here.read_at(to)
    };
    match form.read() {
        Ok(url) => {
            acts::set_lock(&here.house, &here.desk.station, id, url, here.staff()).await?;
            Ok(Redirect::to(&format!("{}?kept=1", path(&here, id))).into_response())
        }
        Err(problems) => {
            let shown = Shown { typed: Some(&form.lock_url), problems: &problems, key: None, kept: false };
            page(&here, id, shown).await
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct KeyForm {
    once: String,
}

/// A new key is on the page that answers, and on no other.
pub async fn new_key(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<KeyForm>,
) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("door-key", id));
    let key = acts::new_key(&here.house, &here.desk.station, id, here.staff(), once).await?;
    let here = {
        let to = path(&here, id);
        here.read_at(to)
    };
    page(&here, id, Shown { typed: None, problems: &Problems::default(), key: Some(&key), kept: false }).await
}
