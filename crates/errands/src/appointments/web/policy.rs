//! What the appointments of a line are like: managers only.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use serde::Deserialize;

use crate::appointments::pages::policy::{self, PolicyForm};
use crate::appointments::reads;
use crate::booked::acts;
use crate::booked::rules::{NotAPolicy, Policy};
use crate::desk::LINES;
use crate::desk::here::{Here, Manager, Named};
use crate::rules::LineId;
use crate::says;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

pub async fn show(
    Manager(here): Manager,
    At(Named { id }): At<Named<LineId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (_, now) = reads::policy(&here.house, &here.desk.station, id).await?;
    let form = PolicyForm::of(here.fresh_once(), &now);
    page(&here, id, (&form, !asked.kept.is_empty()), &Problems::default()).await
}

async fn page(here: &Here, id: LineId, shown: (&PolicyForm, bool), problems: &Problems) -> Result<Response, Fault> {
    let (line, _) = reads::policy(&here.house, &here.desk.station, id).await?;
    let body = policy::body(here.ctx(), id, shown, problems);
    let title = here.v.ta("booked-policy-title", &[("line", says::name(&here.v, &line.name).into())]);
    let page = here.page(LINES, &title).back(here.v.t(LINES), here.ctx().path("/lines"));
    Ok(page.status(problems.status()).body(body).into_response())
}

/// What was typed, as far as numbers can be read: what is none is out of bounds.
fn read(form: &PolicyForm) -> Policy {
    let number = |typed: &str| typed.trim().parse::<i32>().unwrap_or(-1);
    let small = |typed: &str| i16::try_from(number(typed)).unwrap_or(-1);
    Policy {
        minutes: small(&form.minutes),
        share: small(&form.share),
        days: small(&form.days),
        notice: number(&form.notice),
        each: small(&form.each),
    }
}

/// Keeps it, as the page and the API do.
pub async fn keep(here: &Here, id: LineId, new: Policy) -> Result<(), Not<NotAPolicy>> {
    acts::keep_policy(&here.house, &here.desk.station, (id, new), here.staff()).await
}

pub async fn send(
    Manager(here): Manager,
    At(Named { id }): At<Named<LineId>>,
    Form(form): Form<PolicyForm>,
) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/lines/{id}/appointments"));
    match keep(&here, id, read(&form)).await {
        Ok(()) => Ok(Redirect::to(&format!("{path}?kept=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(wrong)) => {
            let (mut problems, (field, key)) = (Problems::default(), wrong.field());
            problems.add(field, key);
            let form = PolicyForm { once: here.fresh_once(), ..form };
            page(&here.read_at(path), id, (&form, false), &problems).await
        }
    }
}
