//! What is done with one opinion: each a form of its page.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::Named;

use super::case::again;
use crate::desk::asked;
use crate::desk::forms::{CaseForm, choice_of};
use crate::desk::here::Here;
use crate::desk::reads;
use crate::rules::Refusal;
use crate::{OpinionId, acts};

type Of = Values<Named<OpinionId>>;

/// Leads to the page as it stands now, or to the inbox where it is no longer there for whoever asks; or says why nothing was done.
async fn finish<T>(
    here: Here,
    id: OpinionId,
    form: CaseForm,
    done: Result<T, Not<Refusal>>,
) -> Result<Response, Fault> {
    match done {
        Ok(_) => {
            let below = if reads::sees(&here, id).await? { format!("/{id}?kept=1") } else { "?kept=1".to_owned() };
            Ok(Redirect::to(&here.ctx().path(&below)).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            again(here, id, form, &problems).await
        }
    }
}

/// A choice that a form must send; without one it is drawn again.
fn chosen<T: std::str::FromStr>(field: &'static str, value: &str) -> Result<T, Problems> {
    let mut problems = Problems::default();
    let read = problems.take(field, value.parse(), "opinions-desk-wrong-choice");
    problems.or_else_all(read)
}

/// The same where nothing may be chosen.
fn perhaps<T: std::str::FromStr>(field: &'static str, value: &str) -> Result<Option<T>, Problems> {
    if value.is_empty() { Ok(None) } else { chosen(field, value).map(Some) }
}

pub async fn screen(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let read = perhaps("category", &form.category).and_then(|about| Ok((about, perhaps("to", &form.to)?)));
    match read {
        Err(problems) => again(here, id, form, &problems).await,
        Ok((about, to)) => {
            let done = acts::screen(&here.doing(), here.me(), (id, about, to), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn assign(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match chosen("to", &form.to) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(to) => {
            let done = acts::assign(&here.doing(), here.me(), (id, to), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn take_up(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let done = acts::take_up(&here.doing(), here.me(), id, Some(&form.once)).await;
    finish(here, id, form, done).await
}

pub async fn ask(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match asked::text("question", &form.question) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(text) => {
            let done = acts::ask(&here.doing(), here.me(), (id, text), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn answer(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    if !form.template.is_empty() {
        return again(here, id, form, &Problems::default()).await;
    }
    match asked::text("answer", &form.answer) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(text) => {
            let done = acts::answer(&here.doing(), here.me(), (id, text), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn elsewhere(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match asked::text("elsewhere", &form.elsewhere) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(text) => {
            let done = acts::out_of_scope(&here.doing(), here.me(), (id, text), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn merge(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match chosen("into", &form.into) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(into) => {
            let done = acts::merge(&here.doing(), here.me(), (id, into), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn note(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match asked::text("note", &form.note) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(text) => {
            let done = acts::note(&here.doing(), here.me(), (id, text), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn name(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let choice = problems.take("about", choice_of(&form.about).ok_or(()), "opinions-desk-wrong-choice");
    match problems.or_else_all(choice) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(choice) => {
            let done = acts::add_named(&here.doing(), here.me(), (id, choice), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

pub async fn lift(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let named = form.named.parse().map_err(|_| Fault::NotFound)?;
    let done = acts::unlike(&here.doing(), here.me(), (id, named), Some(&form.once)).await;
    finish(here, id, form, done).await
}

pub async fn write_public(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    match form.public().checked(CaseForm::PUBLIC) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(text) => {
            let done = acts::write_public(&here.doing(), here.me(), (id, text), Some(&form.once)).await;
            finish(here, id, form, done).await
        }
    }
}

/// By the opinion and not by what is public of it: whoever it is about could otherwise find out that it is.
pub async fn ask_hide(here: Here, Values(Named { id }): Of, Form(form): Form<CaseForm>) -> Result<Response, Fault> {
    let post = reads::post_of(&here, id).await?;
    match asked::text("reason", &form.reason) {
        Err(problems) => again(here, id, form, &problems).await,
        Ok(reason) => {
            let done = match post {
                None => Err(Refusal::NotReleased.into()),
                Some(post) => acts::ask_hide(&here.doing(), here.me(), (post, reason), Some(&form.once)).await,
            };
            finish(here, id, form, done).await
        }
    }
}
