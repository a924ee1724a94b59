//! What one person said, and what is pressed about it.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;

use super::day::category;
use super::or_problems;
use crate::deputies::acts;
use crate::deputies::answers::{self, hat};
use crate::deputies::asked::{NewReceptionStep, Pressed};
use crate::deputies::pages::desk::{day_path, item_path, title};
use crate::deputies::pages::item::{Page, StepForm, body};
use crate::deputies::rules::USUAL_DAYS;
use crate::deputies::{VisitId, keyed};
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Named};

async fn page(here: &Here, id: VisitId, (form, problems): (&StepForm, &Problems)) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        Ok::<_, Fault>((answers::full(c, &house, &station, id, now)?, answers::offices(c, &station)?))
    };
    let (full, offices) = here.house.db.snapshot(look).await?;
    let hat = hat(&here.desk.staff, &full.day.deputy);
    let page = Page { full: &full, offices: &offices, hat, form, problems };
    let (body, title) = (body(here.ctx(), &page), title(here.ctx(), &full.item));
    let back = day_path(here.ctx(), full.day.kept.id);
    let page = here.page(PRESENCE, &title).back(here.v.t("deputies-title"), back);
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn show(here: Here, At(Named { id }): At<Named<VisitId>>) -> Result<Response, Fault> {
    let form = StepForm { once: here.fresh_once(), ..StepForm::default() };
    page(&here, id, (&form, &Problems::default())).await
}

impl StepForm {
    fn read(&self) -> Option<NewReceptionStep> {
        Some(NewReceptionStep {
            press: Pressed::ALL.into_iter().find(|p| p.name() == self.press)?,
            words: self.words.clone(),
            category: category(&self.category),
            office: self.office.parse().ok(),
            days: if self.days.is_empty() { USUAL_DAYS } else { self.days.parse().unwrap_or(0) },
        })
    }
}

pub async fn press(
    here: Here,
    At(Named { id }): At<Named<VisitId>>,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let step = form.read().ok_or(Fault::NotFound)?;
    let problems = match step.checked() {
        Err(problems) => problems,
        Ok(wish) => {
            let once = here.once(&form.once, &(id, keyed::step(&here, &step)));
            let who = (here.desk.staff.clone(), once);
            let done = acts::step(&here.house, &here.desk.station, (id, wish), who).await;
            match or_problems(&here, done)? {
                Ok(_) => return Ok(Redirect::to(&item_path(here.ctx(), id)).into_response()),
                Err(problems) => problems,
            }
        }
    };
    again(here, id, form, &problems).await
}

async fn again(here: Here, id: VisitId, form: StepForm, problems: &Problems) -> Result<Response, Fault> {
    let form = StepForm { once: here.fresh_once(), ..form };
    let path = item_path(here.ctx(), id);
    page(&here.read_at(path), id, (&form, problems)).await
}

pub async fn give_back(here: Here, At(Named { id }): At<Named<VisitId>>) -> Result<Response, Fault> {
    let done = acts::give_back(&here.house, &here.desk.station, id, Some(here.staff())).await;
    match or_problems(&here, done)? {
        Ok(()) => Ok(Redirect::to(&item_path(here.ctx(), id)).into_response()),
        Err(problems) => again(here, id, StepForm::default(), &problems).await,
    }
}
