//! What the desk plans, prints and enters.
use std::collections::BTreeMap;

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;

use super::public::meant;
use crate::acts::Actor;
use crate::desk::PRESENCE;
use crate::desk::asked::{MOST_IN_A_REASON, line};
use crate::desk::here::{Here, Named};
use crate::village_days::rules::{MOST_STOPS, TRAVEL};
use crate::village_days::{VillageDayId, VillageVisitId};
use crate::villages::forms::{AnswerForm, AskForm, CallingOffForm, PlanForm, outcomes};
use crate::villages::pages::{self, Day, Planning};
use crate::villages::{acts, reads};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

fn days_path(here: &Here) -> String {
    here.ctx().path("/village-days")
}

fn day_path(here: &Here, id: VillageDayId) -> String {
    here.ctx().path(&format!("/village-days/{id}"))
}

pub async fn list(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let all = reads::routes(&here.house, &here.desk.station).await?;
    let body = pages::list(here.ctx(), &all, !asked.done.is_empty());
    let page = here.list(PRESENCE, &here.v.t("village-desk-title"), StatusCode::OK);
    let page = page.back(here.v.t(PRESENCE), here.ctx().path("/presence"));
    Ok(page.body(body).into_response())
}

pub async fn new(here: Here) -> Result<Response, Fault> {
    let form = PlanForm {
        travel: TRAVEL.to_string(),
        from: "09:00".into(),
        until: "12:00".into(),
        stops: vec![String::new(); MOST_STOPS],
        ..PlanForm::default()
    };
    plan_page(&here, form, &Problems::default()).await
}

async fn plan_page(here: &Here, form: PlanForm, problems: &Problems) -> Result<Response, Fault> {
    let (officials, villages, matters) = reads::plannable(&here.house, &here.desk.station).await?;
    let form = PlanForm { once: here.fresh_once(), ..form };
    let planning = Planning { officials: &officials, villages: &villages, matters: &matters, form: &form, problems };
    let page =
        here.page(PRESENCE, &here.v.t("village-plan-title")).back(here.v.t("village-desk-title"), days_path(here));
    Ok(page.status(problems.status()).body(pages::plan(here.ctx(), &planning)).into_response())
}

pub async fn plan(here: Here, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = PlanForm::of(pairs);
    let station = &here.desk.station;
    let checked = form.read().and_then(|new| new.checked(&station.zone));
    let problems = match checked {
        Err(problems) => problems,
        Ok(plan) => {
            let once = here.once(&form.once, &plan);
            match acts::plan(&here.house, station, plan, (here.staff(), once)).await {
                Ok(id) => return Ok(Redirect::to(&format!("{}?done=1", day_path(&here, id))).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(not)) => {
                    let mut problems = Problems::default();
                    problems.add_with(not.field(), not.key(), vec![("most", MOST_STOPS.to_string())]);
                    problems
                }
            }
        }
    };
    let path = here.ctx().path("/village-days/new");
    plan_page(&here.read_at(path), form, &problems).await
}

pub async fn day(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    day_page(&here, id, (AskForm::default(), &Problems::default()), !asked.done.is_empty()).await
}

async fn day_page(
    here: &Here,
    id: VillageDayId,
    (form, problems): (AskForm, &Problems),
    done: bool,
) -> Result<Response, Fault> {
    let route = reads::route(&here.house, &here.desk.station, id).await?;
    let form = AskForm { once: here.fresh_once(), ..form };
    let body = pages::day(here.ctx(), &Day { route: &route, form: &form, problems, done });
    let title = format!(
        "{} {}",
        route.known.official,
        crate::villages::says::day(&here.v, &here.ctx().when(), route.known.day.from, route.known.day.until)
    );
    let page = here.page(PRESENCE, &title).back(here.v.t("village-desk-title"), days_path(here));
    Ok(page.status(problems.status()).body(body).into_response())
}

/// For the official and the desk: nobody else is let in here.
pub async fn sheet(here: Here, Values(Named { id }): Values<Named<VillageDayId>>) -> Result<HtmlPage, Fault> {
    let route = reads::route(&here.house, &here.desk.station, id).await?;
    let address = format!("{}{}", here.house.settings.public_url, day_path(&here, id));
    pages::sheet(here.ctx(), &route, &address)
}

pub async fn ask(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Form(form): Form<AskForm>,
) -> Result<Response, Fault> {
    let path = day_path(&here, id);
    let problems = match form.read().checked(id, Actor::Staff(here.staff())) {
        Err(problems) => problems,
        Ok(new) => {
            let once = here.once(&form.once, &(id, new.ask, new.guest.key(&here.house)));
            match reads::ask(&here.house, &here.v, &here.desk.station, (new, once)).await {
                Ok(_) => return Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused((_, said))) => Problems::about_the_whole(said),
            }
        }
    };
    day_page(&here.read_at(path), id, (form, &problems), false).await
}

pub async fn answer(
    here: Here,
    Values(Named { id }): Values<Named<VillageVisitId>>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let (day, said) = (reads::visit(&here.house, &here.desk.station, id).await?.0.id, meant(&form.answer)?);
    let by = (Actor::Staff(here.staff()), None);
    let done = acts::answer(&here.house, &here.desk.station, (id, said), by).await.map(|_| ());
    back_to(here, day, done).await
}

pub async fn enter(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let all = outcomes(&sent).into_iter().map(|outcome| outcome.met()).collect();
    let done = acts::enter(&here.house, &here.desk.station, (id, all), here.staff()).await.map(|_| ());
    back_to(here, id, done).await
}

pub async fn call_off(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Form(form): Form<CallingOffForm>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &form.reason, MOST_IN_A_REASON);
    if reason.is_empty() {
        problems.add("reason", "errands-no-no-reason");
    }
    if !problems.none() {
        let path = day_path(&here, id);
        return day_page(&here.read_at(path), id, (AskForm::default(), &problems), false).await;
    }
    let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
    back_to(here, id, done).await
}

/// The day once more: with what was kept, or with why nothing was.
async fn back_to(
    here: Here,
    id: VillageDayId,
    done: Result<(), Not<crate::village_days::rules::NoVisit>>,
) -> Result<Response, Fault> {
    let path = day_path(&here, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            day_page(&here.read_at(path), id, (AskForm::default(), &problems), false).await
        }
    }
}
