//! Publishing an activity, by copying the last; changing it as a whole, or from a day on.
use axum::extract::{Form, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::Named;

use crate::acts::{self, Changing};
use crate::asked::{Ground, NewActivity, questions};
use crate::desk::TAB;
use crate::desk::forms::PlanForm;
use crate::desk::here::Here;
use crate::desk::pages::{self, Preview};
use crate::rules::{Plan, Refusal, Terms};
use crate::{OccurrenceId, SeriesId};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Copied {
    copy: String,
}

pub async fn new(here: Here, Query(asked): Query<Copied>) -> Result<Response, Fault> {
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
pub async fn preview(here: Here, Query(form): Query<PlanForm>) -> Result<Response, Fault> {
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

pub async fn publish(here: Here, Form(form): Form<PlanForm>) -> Result<Response, Fault> {
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

pub async fn edit(
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

pub async fn change(
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
