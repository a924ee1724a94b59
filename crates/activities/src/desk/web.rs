//! The desk's addresses.
use std::sync::Arc;

use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use jiff::civil::Date;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::Named;

use super::TAB;
use super::forms::{PlanForm, ReasonForm, TimeForm};
use super::here::Here;
use super::pages::{self, Preview, Time};
use crate::acts::{self, Changing, End};
use crate::asked::{Ground, MOST_IN_A_LINE, NewActivity, line, questions};
use crate::parts::{Hung, Who, rendered};
use crate::rules::{Plan, Refusal, Terms};
use crate::{OccurrenceId, SeriesId};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/activities", get(list).post(publish))
        .route("/s/{slug}/desk/activities/new", get(new))
        .route("/s/{slug}/desk/activities/preview", get(preview))
        .route("/s/{slug}/desk/activities/{id}/edit", get(edit).post(change))
        .route("/s/{slug}/desk/occurrences/{id}", get(time).post(change_one))
        .route("/s/{slug}/desk/occurrences/{id}/cancellation", post(call_off))
}

/// So many times to come, and so many activities to hold once more.
const COMING: i64 = 20;
const PAST: usize = 4;

async fn list(here: Here) -> Result<Response, Fault> {
    let reading = here.reading();
    let (coming, past) = (reading.coming(COMING).await?, reading.past(PAST).await?);
    let page = here.renewed(here.page(TAB, &here.v.t(TAB)), StatusCode::OK);
    Ok(page.body(pages::list(here.ctx(), &coming, &past)).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Copied {
    copy: String,
}

async fn new(here: Here, Query(asked): Query<Copied>) -> Result<Response, Fault> {
    let (form, copies) = match asked.copy.parse::<OccurrenceId>() {
        Ok(id) => (PlanForm::again(&here.reading().one(id).await?, here.today(), &here.desk.station), true),
        Err(_) => (PlanForm::fresh(here.today()), false),
    };
    Shown { copies, ..Shown::of(form) }.page(&here).await
}

/// What the form page shows.
struct Shown {
    form: PlanForm,
    problems: Problems,
    refused: Option<Refusal>,
    copies: bool,
    /// The series that is changed.
    of: Option<SeriesId>,
}

impl Shown {
    fn of(form: PlanForm) -> Shown {
        Shown { form, problems: Problems::default(), refused: None, copies: false, of: None }
    }

    async fn page(self, here: &Here) -> Result<Response, Fault> {
        let ctx = here.ctx();
        let (rooms, owners) = here.reading().ground().await?;
        let first = owners.first().map(|o| o.id.to_string()).unwrap_or_default();
        let owner = if self.form.owner.is_empty() { first } else { self.form.owner.clone() };
        // What was pressed below a clash was for that one time.
        let (anyway, other_room, other_at, look) = (String::new(), String::new(), String::new(), String::new());
        let once = here.fresh_once();
        let form = PlanForm { once, owner, anyway, other_room, other_at, look, ..self.form };
        let looked = looked(&form);
        let (action, title) = match self.of {
            Some(id) if form.from.is_empty() => (format!("/activities/{id}/edit"), "activities-desk-change-all"),
            Some(id) => (format!("/activities/{id}/edit"), "activities-desk-change-later"),
            None if self.copies => ("/activities".to_owned(), "activities-desk-again"),
            None => ("/activities".to_owned(), "activities-desk-new"),
        };
        let preview = Preview { form: &form, terms: looked.as_ref().map(|l| &l.terms), questions: asked(&looked) };
        let body = pages::Form {
            action: &ctx.path(&action),
            form: &form,
            problems: &self.problems,
            preview,
            rooms: &rooms,
            owners: &owners,
            refused: self.refused.as_ref(),
            copies: self.copies,
            changes: self.of.is_some(),
        };
        let status = self.refused.as_ref().map_or(self.problems.status(), |r| r.status());
        let page = here.page(TAB, &here.v.t(title)).back(here.v.t(TAB), ctx.path("/activities")).status(status);
        Ok(page.body(pages::form(ctx, &body)).into_response())
    }
}

/// What a form comes to so far.
struct Looked {
    terms: Terms,
    questions: Vec<almanac::recur::Question>,
}

fn asked(looked: &Option<Looked>) -> &[almanac::recur::Question] {
    looked.as_ref().map(|l| l.questions.as_slice()).unwrap_or_default()
}

/// With what is usual where nothing was answered yet.
fn looked(form: &PlanForm) -> Option<Looked> {
    let starts_on: Date = form.starts_on()?;
    let at_minute = stations::typed_minute(&form.at).unwrap_or(0).min(24 * 60 - 1);
    let minutes = form.minutes.trim().parse().ok().filter(|n| (1..=10_000).contains(n)).unwrap_or(60);
    let rule = form.rule(&mut Problems::default());
    let (rule, questions) = match rule {
        None => (None, vec![]),
        Some(rule) => {
            let questions = questions(&rule, starts_on).ok()?;
            let new: NewActivity = form.read().ok()?;
            (Some(new.answered(rule, starts_on).ok()?.0), questions)
        }
    };
    let terms = Terms { rule, starts_on, ends_on: None, at_minute, minutes, skips_holidays: form.holidays.is_empty() };
    Some(Looked { terms, questions })
}

/// What the fields come to, as one types.
async fn preview(here: Here, Query(form): Query<PlanForm>) -> Result<Response, Fault> {
    let looked = looked(&form);
    let preview = Preview { form: &form, terms: looked.as_ref().map(|l| &l.terms), questions: asked(&looked) };
    let fragment = pages::preview(here.ctx(), &preview, &Problems::default());
    Ok(Html(fragment.into_string()).into_response())
}

/// The plan that a form means, from a day on that may be past if it was so before.
async fn planned(here: &Here, form: &PlanForm, since: Date) -> Result<Result<Plan, Problems>, Fault> {
    let (rooms, owners) = here.reading().ground().await?;
    let ground = Ground { since, rooms: &rooms, owners: &owners };
    Ok(form.read().and_then(|new| new.checked(&here.v, &ground)))
}

/// What was typed, with what was pressed below a clash.
fn settled(form: PlanForm) -> PlanForm {
    let room = match form.other_room.as_str() {
        "" => form.room.clone(),
        "none" => String::new(),
        other => other.to_owned(),
    };
    let at = if form.other_at.is_empty() { form.at.clone() } else { form.other_at.clone() };
    PlanForm { room, at, ..form }
}

async fn publish(here: Here, Form(form): Form<PlanForm>) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().path("/activities/new"));
    let form = settled(form);
    if !form.look.is_empty() {
        return Shown::of(form).page(&here).await;
    }
    let plan = match planned(&here, &form, here.today()).await? {
        Ok(plan) => plan,
        Err(problems) => return Shown { problems, ..Shown::of(form) }.page(&here).await,
    };
    let once = here.once(&form.once, &form);
    let at = (here.ports, &here.desk.station);
    match acts::make(&here.house, at, (plan, !form.anyway.is_empty()), (here.me(), once)).await {
        Ok(id) => Ok(Redirect::to(&here.desk.station.path(&format!("/activities/{id}"))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => Shown { refused: Some(refusal), ..Shown::of(form) }.page(&here).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct From {
    from: String,
}

async fn edit(
    here: Here,
    Values(Named { id }): Values<Named<SeriesId>>,
    Query(asked): Query<From>,
) -> Result<Response, Fault> {
    let series = here.reading().look(id).await?.series;
    let from: Option<Date> = asked.from.parse().ok();
    let mut form = PlanForm { seen: series.sequence.to_string(), ..PlanForm::of(&series.plan) };
    form.from = from.map(|on| on.to_string()).unwrap_or_default();
    Shown { of: Some(id), ..Shown::of(form) }.page(&here).await
}

async fn change(
    here: Here,
    Values(Named { id }): Values<Named<SeriesId>>,
    Form(form): Form<PlanForm>,
) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().path(&format!("/activities/{id}/edit")));
    let form = settled(form);
    let shown = |form| Shown { of: Some(id), ..Shown::of(form) };
    if !form.look.is_empty() {
        return shown(form).page(&here).await;
    }
    let old = here.reading().look(id).await?.series;
    let plan = match planned(&here, &form, old.plan.terms.starts_on.min(here.today())).await? {
        Ok(plan) => plan,
        Err(problems) => return Shown { problems, ..shown(form) }.page(&here).await,
    };
    let (from, seen) = (form.from.parse().ok(), form.seen.parse().ok());
    let changing = Changing { id, seen, from, plan, anyway: !form.anyway.is_empty() };
    let once = here.once(&form.once, &(id, &form));
    match acts::change(&here.house, (here.ports, &here.desk.station), changing, (here.me(), once)).await {
        Ok(id) => Ok(Redirect::to(&here.desk.station.path(&format!("/activities/{id}"))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => Shown { refused: Some(refusal), ..shown(form) }.page(&here).await,
    }
}

async fn time(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    hung: Option<Extension<Hung>>,
) -> Result<Response, Fault> {
    time_page(&here, id, hung, (None, Problems::default(), None)).await
}

type Tried = (Option<TimeForm>, Problems, Option<Refusal>);

async fn time_page(
    here: &Here,
    id: OccurrenceId,
    hung: Option<Extension<Hung>>,
    (form, problems, refused): Tried,
) -> Result<Response, Fault> {
    let reading = here.reading();
    let (seen, (rooms, _)) = (Arc::new(reading.one(id).await?), reading.ground().await?);
    let form = form.unwrap_or_else(|| TimeForm::of(&seen, &here.desk.station));
    let hung = hung.map(|Extension(hung)| hung).unwrap_or_default();
    let at = (&here.house, &here.v, &here.desk.station);
    let parts = rendered(&hung.desk, at, &seen, Who::Staff(here.me())).await;
    let token = here.fresh_once();
    let (refused, problems) = (refused.as_ref(), &problems);
    let body = Time { seen: &seen, form: &form, problems, rooms: &rooms, refused, parts: &parts, token: &token };
    let status = refused.map_or(problems.status(), |r| r.status());
    let page = here.page(TAB, seen.title()).back(here.v.t(TAB), here.ctx().path("/activities")).status(status);
    Ok(page.body(pages::time(here.ctx(), &body)).into_response())
}

async fn change_one(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    hung: Option<Extension<Hung>>,
    Form(form): Form<TimeForm>,
) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/occurrences/{id}"));
    let here = here.clone().read_at(path.clone());
    let time = match form.read(&here.desk.station) {
        Ok(time) => time,
        Err(problems) => return time_page(&here, id, hung, (Some(form), problems, None)).await,
    };
    let what = (id, form.seen.parse().ok(), time, !form.anyway.is_empty());
    match acts::change_one(&here.house, (here.ports, &here.desk.station), what, here.me()).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => time_page(&here, id, hung, (Some(form), Problems::default(), Some(no))).await,
    }
}

async fn call_off(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    hung: Option<Extension<Hung>>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/occurrences/{id}"));
    let here = here.clone().read_at(path.clone());
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &form.reason, MOST_IN_A_LINE);
    if reason.is_empty() {
        problems.add("reason", "activities-no-reason");
    }
    if !problems.none() {
        return time_page(&here, id, hung, (None, problems, None)).await;
    }
    let at = (here.ports, &here.desk.station);
    let done = match form.from.parse::<Date>() {
        Ok(from) => {
            let series = here.reading().one(id).await?.series.id;
            acts::end(&here.house, at, End { id: series, from: Some(from), reason }, here.me()).await
        }
        Err(_) => acts::call_off(&here.house, at, (id, reason), here.me()).await,
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => time_page(&here, id, hung, (None, Problems::default(), Some(no))).await,
    }
}
