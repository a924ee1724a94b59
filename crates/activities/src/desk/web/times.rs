//! One time: changed, called off, or the last of its activity.
use std::sync::Arc;

use axum::Extension;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::Named;

use crate::OccurrenceId;
use crate::acts::{self, End};
use crate::asked::reason;
use crate::desk::TAB;
use crate::desk::forms::{ReasonForm, TimeForm};
use crate::desk::here::Here;
use crate::desk::pages::{self, Time};
use crate::parts::{Hung, Who, rendered};
use crate::rules::Refusal;

pub async fn time(
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
    let (refused, problems) = (refused.as_ref(), &problems);
    let body = Time { seen: &seen, form: &form, problems, rooms: &rooms, refused, parts: &parts };
    let status = refused.map_or(problems.status(), |r| r.status());
    let page = here.page(TAB, seen.title()).back(here.v.t(TAB), here.ctx().path("/activities")).status(status);
    Ok(page.body(pages::time(here.ctx(), &body)).into_response())
}

pub async fn change_one(
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

pub async fn call_off(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    hung: Option<Extension<Hung>>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/occurrences/{id}"));
    let here = here.clone().read_at(path.clone());
    let mut problems = Problems::default();
    let reason = reason(&mut problems, &form.reason);
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
