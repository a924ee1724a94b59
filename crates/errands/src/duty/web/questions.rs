//! Questions: written down, and what is pressed about them.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use super::or_problems;
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Named};
use crate::duty::QuestionId;
use crate::duty::acts;
use crate::duty::answers;
use crate::duty::asked::{NewFirstAsked, NewFirstAskedStep, Pressed};
use crate::duty::keyed;
use crate::duty::pages::question::{self, StepForm};
use crate::duty::pages::questions::{self, AskForm, path};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    written: String,
}

async fn page(
    here: &Here,
    (form, problems): (&AskForm, &Problems),
    written: Option<QuestionId>,
) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        let all = answers::questions(c, &house, &station, now)?;
        Ok::<_, Fault>((all, crate::answers::matters(c, &station)?))
    };
    let (all, matters) = here.house.db.snapshot(look).await?;
    let page = questions::Page { all: &all, matters: &matters, form, problems, written };
    let body = questions::body(here.ctx(), &page);
    let title = here.v.t("duty-asked-title");
    Ok(here.page(PRESENCE, &title).status(problems.status()).body(body).into_response())
}

pub async fn list(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let form = AskForm { once: here.fresh_once(), ..AskForm::default() };
    page(&here, (&form, &Problems::default()), asked.written.parse().ok()).await
}

impl AskForm {
    fn read(&self) -> NewFirstAsked {
        let some = |text: &String| Some(text.clone()).filter(|t| !t.trim().is_empty());
        NewFirstAsked {
            what: self.what.clone(),
            matter: self.matter.parse().ok(),
            name: some(&self.name),
            phone: some(&self.phone),
            days: if self.days.is_empty() { crate::duty::rules::USUAL_DAYS } else { self.days.parse().unwrap_or(0) },
        }
    }
}

pub async fn ask(here: Here, Form(form): Form<AskForm>) -> Result<Response, Fault> {
    let new = form.read();
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok(question) => {
            let once = here.once(&form.once, &keyed::question(&here, &new));
            let done = acts::ask(&here.house, &here.desk.station, question, (here.staff(), once)).await;
            match or_problems(&here, done)? {
                Ok(id) => {
                    let path = here.ctx().path(&format!("/first-asked?written={id}"));
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(problems) => problems,
            }
        }
    };
    let form = AskForm { once: here.fresh_once(), ..form };
    let path = here.ctx().path("/first-asked");
    page(&here.read_at(path), (&form, &problems), None).await
}

async fn one(here: &Here, id: QuestionId, (form, problems): (&StepForm, &Problems)) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        let (question, log) = answers::question(c, &house, &station, id, now)?;
        Ok::<_, Fault>((question, log, people::staff_of(c, station.id)?))
    };
    let (question, log, staff) = here.house.db.snapshot(look).await?;
    let page = question::Page { question: &question, log: &log, staff: &staff, me: keyed::me(here), form, problems };
    let (body, title) = (question::body(here.ctx(), &page), questions::title(here.ctx(), &question));
    let page = if problems.none() { here.list(PRESENCE, &title, StatusCode::OK) } else { here.page(PRESENCE, &title) };
    let page = page.back(here.v.t("duty-asked-title"), here.ctx().path("/first-asked"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn show(here: Here, At(Named { id }): At<Named<QuestionId>>) -> Result<Response, Fault> {
    let form = StepForm { once: here.fresh_once(), ..StepForm::default() };
    one(&here, id, (&form, &Problems::default())).await
}

impl StepForm {
    fn read(&self) -> Option<NewFirstAskedStep> {
        let press = Pressed::ALL.into_iter().find(|p| p.name() == self.press)?;
        let (on, at) = (self.on.trim(), self.at.trim());
        let moment = (!on.is_empty() && !at.is_empty()).then(|| format!("{on}T{at}"));
        Some(NewFirstAskedStep { press, staff: self.staff.parse().ok(), at: moment, words: self.words.clone() })
    }
}

pub async fn press(
    here: Here,
    At(Named { id }): At<Named<QuestionId>>,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let step = form.read().ok_or(Fault::NotFound)?;
    let problems = match step.checked(&here.desk.station.zone) {
        Err(problems) => problems,
        Ok(wish) => {
            let once = here.once(&form.once, &(id, keyed::step(&here, &step)));
            let done = acts::step(&here.house, &here.desk.station, (id, wish), (keyed::me(&here), once)).await;
            match or_problems(&here, done)? {
                Ok(_) => return Ok(Redirect::to(&path(here.ctx(), id)).into_response()),
                Err(problems) => problems,
            }
        }
    };
    let form = StepForm { once: here.fresh_once(), ..form };
    let path = path(here.ctx(), id);
    one(&here.read_at(path), id, (&form, &problems)).await
}
