//! What is done with one wish: each a form of its page.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::local_path;
use kernel::refusal::{Not, Refusal};
use serde::Deserialize;
use stations::{Here, Named};

use super::case::again;
use super::top;
use super::write::told;
use crate::acts::Who;
use crate::asked::{WishAppeal, WishAppealDecision, WishHandover, WishPlace, WishReferral, WishReview, digits};
use crate::desk::by;
use crate::desk::forms::CaseForm;
use crate::desk::pages::Slip;
use crate::frame::desk_path;
use crate::{AppealId, CallId, ClaimId, WishId, acts};

type Of = Values<Named<WishId>>;

/// Leads to the page as it stands now, or says why nothing was done.
async fn finish<T, R: Refusal>(
    here: Here,
    id: WishId,
    form: CaseForm,
    done: Result<T, Not<R>>,
) -> Result<Response, Fault> {
    match done {
        Ok(_) => {
            let theirs = format!("{}?kept=1", desk_path(&here.desk.station, id));
            let back = Some(form.back.as_str()).filter(|back| !back.is_empty()).and_then(local_path);
            Ok(Redirect::to(back.unwrap_or(&theirs)).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(no.say(&here.v));
            again(here, id, &form, &problems).await
        }
    }
}

pub async fn ask(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("ask", id, form.version));
    let done = acts::ask(&here.house, &here.desk.station, (id, form.version), by).await;
    finish(here, id, form, done).await
}

pub async fn review(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let asked = WishReview { version: form.version, yes: form.yes(), why: form.why.clone() };
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(why) => {
            let by = by(&here, &form.once, &("review", id, &asked));
            let said = (id, asked.version, asked.yes, why);
            let done = acts::review(&here.house, &here.desk.station, said, by).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn appeal(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let asked = WishAppeal { why: form.why.clone() };
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(why) => {
            // What somebody says may tell who they are.
            let by = by(&here, &form.once, &("appeal", id, &asked));
            let done = acts::appeal(&here.house, &here.desk.station, (id, why), by).await;
            finish(here, id, form, done).await
        }
    }
}

/// An objection of a wish.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfWish {
    id: WishId,
    appeal: AppealId,
}

pub async fn decide_appeal(
    here: Here,
    Values(OfWish { id, appeal }): Values<OfWish>,
    Form(form): Form<CaseForm>,
) -> Result<Response, Fault> {
    let asked = WishAppealDecision { upheld: form.yes(), words: form.words.clone() };
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(words) => {
            let by = by(&here, &form.once, &("decide", appeal, &asked));
            let decided = (appeal, asked.upheld, words);
            let done = acts::decide_appeal(&here.house, &here.desk.station, decided, by).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn claim(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let asked = form.claimer();
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(claimer) => {
            let by = by(&here, &form.once, &("claim", id, &asked));
            let done = acts::claim_for(&here.house, &here.desk.station, (id, claimer), by).await;
            finish(here, id, form, done).await
        }
    }
}

/// Who has a wish.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfClaim {
    id: WishId,
    claim: ClaimId,
}

pub async fn give_up(
    here: Here,
    Values(OfClaim { id, claim }): Values<OfClaim>,
    Form(form): Form<CaseForm>,
) -> Result<Response, Fault> {
    let (staff, once) = by(&here, &form.once, &("give-up", claim));
    let done = acts::give_up(&here.house, &here.desk.station, claim, Who::Staff(staff.id), once).await;
    finish(here, id, form, done).await
}

pub async fn contacted(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("contacted", id));
    let done = acts::contacted(&here.house, &here.desk.station, id, by).await;
    finish(here, id, form, done).await
}

pub async fn deliver(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let asked = WishPlace { place: form.place.clone() };
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(place) => {
            let by = by(&here, &form.once, &("deliver", id, &asked));
            let done = acts::deliver(&here.house, &here.desk.station, (id, place), by).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn tell(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("told", id));
    let done = acts::told(&here.house, &here.desk.station, id, by).await;
    finish(here, id, form, done).await
}

/// By the call list, which leads to no wish: nor does the answer.
pub async fn called(
    here: Here,
    Values(Named { id }): Values<Named<CallId>>,
    Form(form): Form<CaseForm>,
) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("called", id));
    acts::called(&here.house, &here.desk.station, id, by).await?;
    let list = format!("{}?kept=1", top(&here.desk.station));
    let back = Some(form.back.as_str()).filter(|back| !back.is_empty()).and_then(local_path);
    Ok(Redirect::to(back.unwrap_or(&list)).into_response())
}

pub async fn hand_over(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match (WishHandover { code: digits(&form.code) }).checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(code) => {
            let by = by(&here, &form.once, &("hand-over", id, &code));
            let done = acts::hand_over(&here.house, &here.desk.station, (id, code), by).await;
            finish(here, id, CaseForm { code: String::new(), ..form }, done).await
        }
    }
}

pub async fn new_code(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("code", id));
    match acts::new_code(&here.house, &here.desk.station, id, by).await {
        Ok(code) => Ok(told(&here, &Slip { id, code: &code, anew: true })),
        Err(not) => finish::<(), _>(here, id, form, Err(not)).await,
    }
}

pub async fn refer(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let asked = WishReferral { to: form.to.clone() };
    match asked.checked() {
        Err(problems) => again(here, id, &form, &problems).await,
        Ok(to) => {
            let by = by(&here, &form.once, &("refer", id, &asked));
            let done = acts::refer(&here.house, &here.desk.station, (id, to), by).await;
            finish(here, id, form, done).await
        }
    }
}

/// Of what is taken back nothing is left to show.
pub async fn withdraw(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("withdraw", id));
    acts::withdraw(&here.house, &here.desk.station, id, by).await?;
    Ok(Redirect::to(&format!("{}?kept=erased", top(&here.desk.station))).into_response())
}
