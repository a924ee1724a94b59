//! The desk's addresses of clubs.
use axum::Router;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::At;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use serde::Deserialize;

use super::api::NewDeskClub;
use super::{pages, read};
use crate::ClubId;
use crate::clubs::acts::{self, Founder};
use crate::clubs::asked::{LONGEST_REASON, keyed, one_line};
use crate::clubs::forms::{ClubForm, LineForm, WhichForm};
use crate::clubs::rules::NoClub;
use crate::clubs::says;
use crate::desk::SERIES;
use crate::desk::here::{Here, Named};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/clubs", get(list).post(found))
        .route("/s/{slug}/desk/clubs/{id}", get(show))
        .route("/s/{slug}/desk/clubs/{id}/successor", post(ask_to_lead))
        .route("/s/{slug}/desk/clubs/{id}/hiding", post(ask_to_hide))
        .route("/s/{slug}/desk/clubs/{id}/hiding/agreement", post(agree))
        .route("/s/{slug}/desk/clubs/{id}/hiding/end", post(show_again))
        .route("/s/{slug}/desk/clubs/{id}/closure", post(close))
}

async fn list(here: Here) -> Result<Response, Fault> {
    listed(&here, ClubForm::default(), &Problems::default()).await
}

async fn listed(here: &Here, form: ClubForm, problems: &Problems) -> Result<Response, Fault> {
    let all = read::clubs(here).await?;
    // The next try is another request.
    let form = ClubForm { once: here.fresh_once(), ..form };
    let page = here.list(SERIES, &here.v.t("clubs-desk-title"), problems.status());
    let page = page.back(here.v.t(SERIES), here.ctx().path("/series"));
    Ok(page.body(pages::list(here.ctx(), &all, &form, problems)).into_response())
}

async fn found(here: Here, Form(form): Form<ClubForm>) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().path("/clubs"));
    let new = NewDeskClub { text: form.text(), phone: form.phone.clone() };
    let (text, phone) = match new.checked() {
        Ok(checked) => checked,
        Err(problems) => return listed(&here, form, &problems).await,
    };
    let once = here.once(&form.once, &keyed(&here.house, &new));
    let founder = Founder::Desk { staff: here.staff(), phone };
    match acts::found(&here.house, &here.desk.station, (text, founder), once).await {
        Ok(id) => Ok(Redirect::to(&here.ctx().path(&format!("/clubs/{id}?done=1"))).into_response()),
        Err(not) => listed(&here, form, &refused(&here, not)?).await,
    }
}

fn refused(here: &Here, not: Not<NoClub>) -> Result<Problems, Fault> {
    match not {
        Not::Fault(fault) => Err(fault),
        Not::Refused(refusal) => Ok(Problems::about_the_whole(says::said(&here.v, &here.desk.station.zone, &refusal))),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn show(here: Here, At(Named { id }): At<Named<ClubId>>, Query(done): Query<Done>) -> Result<Response, Fault> {
    one(&here, id, &Problems::default(), !done.done.is_empty()).await
}

async fn one(here: &Here, id: ClubId, problems: &Problems, done: bool) -> Result<Response, Fault> {
    let club = read::club(here, id).await?;
    let page = here.page(SERIES, &club.seen.club.name).status(problems.status());
    let page = page.back(here.v.t("clubs-desk-title"), here.ctx().path("/clubs"));
    Ok(page.body(pages::one(here.ctx(), &club, problems, done)).into_response())
}

/// Back to the club, or the club with the reason why it did not work.
async fn after(here: Here, id: ClubId, done: Result<(), Not<NoClub>>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&here.ctx().path(&format!("/clubs/{id}?done=1"))).into_response()),
        Err(not) => {
            let problems = refused(&here, not)?;
            wrong(here, id, &problems).await
        }
    }
}

async fn wrong(here: Here, id: ClubId, problems: &Problems) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/clubs/{id}"));
    one(&here.read_at(path), id, problems, false).await
}

async fn ask_to_lead(
    here: Here,
    At(Named { id }): At<Named<ClubId>>,
    Form(form): Form<WhichForm>,
) -> Result<Response, Fault> {
    let member: Id = form.member.trim().parse().map_err(|_| Fault::NotFound)?;
    let done = acts::ask_to_lead(&here.house, &here.desk.station, (id, member, here.actor())).await;
    after(here, id, done).await
}

async fn ask_to_hide(
    here: Here,
    At(Named { id }): At<Named<ClubId>>,
    Form(form): Form<LineForm>,
) -> Result<Response, Fault> {
    let reason = match one_line("words", &form.words, LONGEST_REASON) {
        Ok(reason) => reason,
        Err(problems) => return wrong(here, id, &problems).await,
    };
    let done = acts::ask_to_hide(&here.house, &here.desk.station, (id, here.staff(), reason)).await;
    after(here, id, done).await
}

async fn agree(here: Here, At(Named { id }): At<Named<ClubId>>) -> Result<Response, Fault> {
    let done = acts::agree(&here.house, &here.desk.station, id, here.staff()).await;
    after(here, id, done).await
}

async fn show_again(here: Here, At(Named { id }): At<Named<ClubId>>) -> Result<Response, Fault> {
    let done = acts::show_again(&here.house, &here.desk.station, id, here.staff()).await;
    after(here, id, done).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReasonForm {
    reason: String,
}

async fn close(
    here: Here,
    At(Named { id }): At<Named<ClubId>>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Fault> {
    let reason = match one_line("reason", &form.reason, LONGEST_REASON) {
        Ok(reason) => reason,
        Err(problems) => return wrong(here, id, &problems).await,
    };
    let done = acts::close(&here.house, &here.desk.station, (id, here.actor(), reason)).await;
    after(here, id, done).await
}
