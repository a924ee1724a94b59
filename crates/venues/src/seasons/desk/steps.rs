//! What staff do with a round, from its page. When it does not work, the page comes back with the reason.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use serde::Deserialize;

use super::pages::Typed;
use super::show::one;
use crate::desk::here::{Here, Manager, Named};
use crate::seasons::acts::{self, Applying};
use crate::seasons::asked::WhyOff;
use crate::seasons::forms::{ApplyForm, ChangeForm, WhyForm};
use crate::seasons::rules::NoSeason;
use crate::seasons::says;
use crate::{ApplicationId, RoundId};

/// What was typed, to be shown again.
#[derive(Default)]
struct Kept {
    apply: ApplyForm,
    change: ChangeForm,
    reason: String,
}

async fn again(here: Here, id: RoundId, kept: &Kept, problems: &Problems) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/seasons/{id}"));
    let typed = Typed { apply: &kept.apply, change: &kept.change, reason: &kept.reason, problems, once: "" };
    one(&here.read_at(path), id, typed).await
}

/// Back to the round, or the round with the reason why it did not work.
async fn after<T>(here: Here, id: RoundId, kept: &Kept, done: Result<T, Not<NoSeason>>) -> Result<Response, Fault> {
    match done {
        Ok(_) => Ok(Redirect::to(&here.ctx().path(&format!("/seasons/{id}"))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&here.v, &here.desk.station.zone, &refusal);
            again(here, id, kept, &Problems::about_the_whole(said)).await
        }
    }
}

pub async fn apply(
    here: Here,
    At(Named { id }): At<Named<RoundId>>,
    Form(form): Form<ApplyForm>,
) -> Result<Response, Fault> {
    let new = form.office();
    let kept = Kept { apply: form, ..Kept::default() };
    let asked = match new.checked() {
        Ok(asked) => asked,
        Err(problems) => return again(here, id, &kept, &problems).await,
    };
    let once = here.once(&kept.apply.once, &(id, &new));
    let applying = Applying::Office { staff: here.staff(), owner: new.owner };
    let done = acts::apply(&here.house, &here.desk.station, (id, applying, asked), once).await;
    after(here, id, &kept, done).await
}

/// What a path names: a round and one of its applications.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OneOf {
    pub id: RoundId,
    pub application: ApplicationId,
}

pub async fn withdraw(here: Here, At(OneOf { id, application }): At<OneOf>) -> Result<Response, Fault> {
    let done = acts::withdraw(&here.house, &here.desk.station, (id, Some(application)), here.actor()).await;
    after(here, id, &Kept::default(), done).await
}

pub async fn allocate(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Response, Fault> {
    let done = acts::allocate(&here.house, &here.desk.station, id, here.staff()).await;
    after(here, id, &Kept::default(), done).await
}

pub async fn change(
    Manager(here): Manager,
    At(Named { id }): At<Named<RoundId>>,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Fault> {
    let new = form.read().and_then(|shape| Ok((shape.checked()?, shape)));
    let kept = Kept { change: form, ..Kept::default() };
    let (new, shape) = match new {
        Ok(new) => new,
        Err(problems) => return again(here, id, &kept, &problems).await,
    };
    let once = here.once(&kept.change.once, &(id, &shape));
    let done = acts::change(&here.house, &here.desk.station, (id, new), here.staff(), once).await;
    after(here, id, &kept, done).await
}

pub async fn confirm(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Response, Fault> {
    let done = acts::confirm(&here.house, &here.desk.station, id, here.staff()).await;
    after(here, id, &Kept::default(), done).await
}

pub async fn try_again(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Response, Fault> {
    let done = acts::try_again(&here.house, &here.desk.station, id, By::Staff(here.staff().0)).await;
    after(here, id, &Kept::default(), done).await
}

pub async fn call_off(
    Manager(here): Manager,
    At(Named { id }): At<Named<RoundId>>,
    Form(form): Form<WhyForm>,
) -> Result<Response, Fault> {
    let why = WhyOff { reason: form.reason.clone() };
    let kept = Kept { reason: form.reason, ..Kept::default() };
    let reason = match why.checked() {
        Ok(reason) => reason,
        Err(problems) => return again(here, id, &kept, &problems).await,
    };
    let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
    after(here, id, &kept, done).await
}
