//! The desk's addresses of open games.
use axum::Router;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::At;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use serde::Deserialize;

use super::api::{NewDeskGame, guest};
use super::pages::{self, DeskForm};
use super::{TAB, read};
use crate::ReservationId;
use crate::desk::here::{Here, Named};
use crate::games::acts;
use crate::games::asked::{LONGEST_NOTE, line};
use crate::games::forms::{PlaceForm, PlayerForm};
use crate::games::rules::NoGame;
use crate::games::says;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/games", get(show).post(begin))
        .route("/s/{slug}/desk/games/{id}/players", post(add))
        .route("/s/{slug}/desk/games/{id}/departure", post(leave))
        .route("/s/{slug}/desk/games/{id}/cancellation", post(end))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show(here: Here, Query(done): Query<Done>) -> Result<Response, Fault> {
    let form = DeskForm { once: here.fresh_once(), ..DeskForm::default() };
    page(&here, &form, &Problems::default(), !done.done.is_empty()).await
}

async fn page(here: &Here, form: &DeskForm, problems: &Problems, done: bool) -> Result<Response, Fault> {
    let games = read::games(here).await?;
    let status = match (&problems.whole, problems.none()) {
        (_, true) => StatusCode::OK,
        (Some(_), _) => StatusCode::CONFLICT,
        (None, _) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = here.page(TAB.key, &here.v.t("games-desk-title")).status(status);
    Ok(page.body(pages::body(here.ctx(), &games, form, problems, done)).into_response())
}

/// Back to the day, or the day with the reason why it did not work.
async fn after<T>(here: Here, form: &DeskForm, done: Result<T, Not<NoGame>>) -> Result<Response, Fault> {
    let path = here.ctx().path("/games");
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&here.v, &here.desk.station.zone, &refusal, vec![]));
            page(&here.read_at(path), form, &problems, false).await
        }
    }
}

async fn wrong(here: Here, form: &DeskForm, problems: &Problems) -> Result<Response, Fault> {
    let path = here.ctx().path("/games");
    page(&here.read_at(path), form, problems, false).await
}

async fn begin(here: Here, Form(form): Form<DeskForm>) -> Result<Response, Fault> {
    let new = NewDeskGame {
        offering: form.offering.clone(),
        from: format!("{}T{}", form.on.trim(), form.at.trim()),
        minutes: None,
        // What is no number is too few, and the rule says how many it may be.
        more: form.more.trim().parse().unwrap_or(0),
        name: form.name.clone(),
    };
    let (wish, name) = match new.checked(&here.desk.station.zone) {
        Ok(checked) => checked,
        Err(problems) => return wrong(here, &form, &problems).await,
    };
    let once = here.once(&form.once, &new.keyed(&here.house));
    let done = acts::post(&here.house, &here.desk.station, guest(&here, name), wish, once).await;
    let again = DeskForm { once: here.fresh_once(), ..form };
    after(here, &again, done).await
}

async fn add(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<PlaceForm>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let name = crate::games::asked::named(&mut problems, "name", Some(&form.name));
    let again = DeskForm { once: here.fresh_once(), ..DeskForm::default() };
    let Some(name) = name else {
        problems.add("name", "people-name-empty");
        return wrong(here, &again, &problems).await;
    };
    let once = here.once(&form.once, &(id, here.house.keys.lookup("game-once", &name).to_vec()));
    let done = acts::join(&here.house, &here.desk.station, id, guest(&here, name), once).await;
    after(here, &again, done).await
}

async fn leave(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<PlayerForm>,
) -> Result<Response, Fault> {
    let seat: Id = form.player.trim().parse().map_err(|_| Fault::NotFound)?;
    let done = acts::leave(&here.house, &here.desk.station, (id, Some(seat)), here.actor()).await;
    let again = DeskForm { once: here.fresh_once(), ..DeskForm::default() };
    after(here, &again, done).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReasonForm {
    reason: String,
}

async fn end(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &form.reason, LONGEST_NOTE);
    if reason.is_empty() {
        problems.add("reason", "games-form-reason");
    }
    let again = DeskForm { once: here.fresh_once(), ..DeskForm::default() };
    if !problems.none() {
        return wrong(here, &again, &problems).await;
    }
    let done = acts::call_off(&here.house, &here.desk.station, id, (here.actor(), reason)).await;
    after(here, &again, done).await
}
