//! Papers at the desk: taking them, and what is done with them.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;

use crate::desk::DRAW;
use crate::desk::here::{Here, Named};
use crate::receipts::forms::{DropOffForm, StepForm};
use crate::receipts::pages::{self, Leaving, One};
use crate::receipts::{ReceiptId, acts, reads};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    matter: String,
    consent: String,
    done: String,
}

pub async fn list(here: Here) -> Result<Response, Fault> {
    let all = reads::standing(&here.house, &here.desk.station).await?;
    let body = pages::list(here.ctx(), &all);
    let page = here.list(DRAW, &here.v.t("receipt-desk-title"), StatusCode::OK);
    Ok(page.back(here.v.t(DRAW), here.ctx().path("/tickets/new")).body(body).into_response())
}

pub async fn new(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let ready = reads::usual(&here.house, &here.desk.station, here.now());
    let form = DropOffForm {
        matter: asked.matter,
        consent: asked.consent,
        on: ready.date().to_string(),
        at: stations::clock(ready),
        ..DropOffForm::default()
    };
    leaving(&here, form, &Problems::default()).await
}

/// The checklist of what was chosen, or the choice.
async fn leaving(here: &Here, form: DropOffForm, problems: &Problems) -> Result<Response, Fault> {
    let (matters, consent) = reads::leaving(&here.house, &here.desk.station, form.consent()).await?;
    let chosen = consent.as_ref().map(|c| c.kept.matter).or(form.matter.parse().ok());
    let matter = matters.iter().find(|m| Some(m.id) == chosen);
    let form = DropOffForm { once: here.fresh_once(), ..form };
    let body = match matter {
        None => pages::choose(here.ctx(), &matters),
        Some(matter) => pages::leave(here.ctx(), &Leaving { matter, consent: consent.as_ref(), form: &form, problems }),
    };
    let title = match matter {
        Some(matter) => here.v.ta(
            "receipt-desk-take-for",
            &[("matter", here.v.pick(&matter.draft.name.zh, &matter.draft.name.en).into())],
        ),
        None => here.v.t("receipt-desk-new"),
    };
    let page = here.page(DRAW, &title).back(here.v.t("receipt-desk-title"), here.ctx().path("/drop-offs"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn leave(here: Here, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = DropOffForm::of(pairs);
    let station = &here.desk.station;
    let problems = match form.read().checked(&station.zone) {
        Err(problems) => problems,
        Ok(new) => {
            let once = here.once(&form.once, &new.key(&here.house));
            match acts::leave(&here.house, station, new, (here.staff(), once)).await {
                Ok(id) => {
                    let path = here.ctx().path(&format!("/drop-offs/{id}?done=1"));
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    let path = here.ctx().path("/drop-offs/new");
    leaving(&here.read_at(path), form, &problems).await
}

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<ReceiptId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    page(&here, id, (StepForm::default(), &Problems::default()), !asked.done.is_empty()).await
}

async fn page(
    here: &Here,
    id: ReceiptId,
    (form, problems): (StepForm, &Problems),
    done: bool,
) -> Result<Response, Fault> {
    let (seen, log) = reads::receipt(&here.house, &here.desk.station, id).await?;
    let ready = reads::usual(&here.house, &here.desk.station, here.now());
    let or = |typed: String, usual: String| if typed.is_empty() { usual } else { typed };
    let form = StepForm {
        once: here.fresh_once(),
        on: or(form.on, ready.date().to_string()),
        at: or(form.at, stations::clock(ready)),
        ..form
    };
    let body = pages::one(here.ctx(), &One { seen: &seen, log: &log, form: &form, problems, done });
    let page = here.page(DRAW, &seen.folder()).back(here.v.t("receipt-desk-title"), here.ctx().path("/drop-offs"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn step(
    here: Here,
    Values(Named { id }): Values<Named<ReceiptId>>,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let new = form.read().ok_or(Fault::NotFound)?;
    let station = &here.desk.station;
    let path = here.ctx().path(&format!("/drop-offs/{id}"));
    let problems = match new.checked(&station.zone) {
        Err(problems) => problems,
        Ok(step) => {
            let once = here.once(&form.once, &(id, &step));
            match acts::step(&here.house, station, (id, step), (here.staff(), once)).await {
                Ok(_) => return Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    page(&here.read_at(path), id, (form, &problems), false).await
}
