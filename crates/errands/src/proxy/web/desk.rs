//! Consents at the desk.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _, Said};
use serde::Deserialize;

use super::own::usual;
use crate::acts::Actor;
use crate::desk::DRAW;
use crate::desk::here::{Here, Named};
use crate::proxy::forms::{ConsentForm, DrawForm};
use crate::proxy::pages::{self, Agreeing};
use crate::proxy::{ConsentId, acts, reads, says};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

pub async fn list(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&here, !asked.done.is_empty(), None).await
}

async fn page(here: &Here, kept: bool, refused: Option<(&Said, StatusCode)>) -> Result<Response, Fault> {
    let all = reads::holding(&here.house, &here.desk.station).await?;
    let body = pages::list(here.ctx(), &all, (kept, refused.map(|(said, _)| said), &here.fresh_once()));
    let page = here.page(DRAW, &here.v.t("proxy-desk-title")).back(here.v.t(DRAW), here.ctx().path("/tickets/new"));
    Ok(page.status(refused.map_or(StatusCode::OK, |(_, status)| status)).body(body).into_response())
}

pub async fn new(here: Here) -> Result<Response, Fault> {
    let form = ConsentForm { until: usual(&here.house, &here.desk.station), ..ConsentForm::default() };
    agreeing(&here, form, &Problems::default()).await
}

async fn agreeing(here: &Here, form: ConsentForm, problems: &Problems) -> Result<Response, Fault> {
    let matters = reads::matters(&here.house, &here.desk.station).await?;
    let form = ConsentForm { once: here.fresh_once(), ..form };
    let body = pages::agree(here.ctx(), &Agreeing { matters: &matters, form: &form, problems });
    let page =
        here.page(DRAW, &here.v.t("proxy-desk-new")).back(here.v.t("proxy-desk-title"), here.ctx().path("/proxies"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn agree(here: Here, Form(form): Form<ConsentForm>) -> Result<Response, Fault> {
    let problems = match form.at_desk().checked(Actor::Staff(here.staff())) {
        Err(problems) => problems,
        Ok(new) => {
            let once = here.once(&form.once, &new.key(&here.house));
            match acts::agree(&here.house, &here.desk.station, new, once).await {
                Ok(_) => return Ok(Redirect::to(&here.ctx().path("/proxies?done=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    let path = here.ctx().path("/proxies/new");
    agreeing(&here.read_at(path), form, &problems).await
}

/// A number for somebody who is not there; the page of numbers shows it.
pub async fn draw(
    here: Here,
    Values(Named { id }): Values<Named<ConsentId>>,
    Form(form): Form<DrawForm>,
) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("proxy", id));
    match acts::draw(&here.house, &here.desk.station, (id, true), (here.staff(), once)).await {
        Ok(drawn) => {
            let path = here.ctx().path(&format!("/tickets/new?drawn={}", drawn.id));
            Ok(Redirect::to(&path).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&here.v, &here.desk.station, &refusal);
            let path = here.ctx().path("/proxies");
            page(&here.read_at(path), false, Some((&said, refusal.status()))).await
        }
    }
}

pub async fn withdraw(here: Here, Values(Named { id }): Values<Named<ConsentId>>) -> Result<Redirect, Fault> {
    acts::withdraw(&here.house, &here.desk.station, id, Actor::Staff(here.staff())).await?;
    Ok(Redirect::to(&here.ctx().path("/proxies?done=1")))
}
