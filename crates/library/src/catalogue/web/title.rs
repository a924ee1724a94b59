//! One title, and what is changed of it and of its copies.
use std::collections::BTreeMap;

use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use kernel::upload::Upload;
use stations::{Here, Named};

use super::common::{cover, frame, problems, top};
use crate::catalogue::forms::{Chosen, CopiesForm, CopyForm, CoverForm, TitleForm};
use crate::catalogue::rules::{NoIntake, Of};
use crate::catalogue::{acts, pages, reads};
use crate::frame::TAB;
use crate::frame::desk_title_path;
use crate::{CopyId, TitleId};

type One = Values<Named<TitleId>>;

/// What was typed on the page before.
#[derive(Default)]
struct Typed {
    title: Option<TitleForm>,
    copies: Option<CopiesForm>,
    problems: Problems,
    done: bool,
}

async fn page(here: &Here, id: TitleId, typed: Typed) -> Result<Response, Fault> {
    let whole = reads::whole(here, id).await?;
    let once = here.fresh_once();
    let title = typed.title.unwrap_or_else(|| TitleForm::of(here.fresh_once(), &whole.found.title));
    let copies = typed.copies.unwrap_or_else(|| CopiesForm::fresh(here.fresh_once(), &whole.shelves));
    let shown =
        pages::Typed { title: &title, copies: &copies, problems: &typed.problems, once: &once, done: typed.done };
    let body = pages::title(frame(here), &whole, &shown);
    let page = here.page(TAB, &whole.found.title.title).back(here.v.t("catalogue-titles"), top(here));
    Ok(page.status(typed.problems.status()).body(body).into_response())
}

pub async fn show(here: Here, Values(Named { id }): One, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&here, id, Typed { done: !chosen.done.is_empty(), ..Typed::default() }).await
}

/// The title once more: with what was done, or with why nothing was.
async fn back_to<T>(here: Here, id: TitleId, done: Result<T, Not<NoIntake>>, typed: Typed) -> Result<Response, Fault> {
    let path = desk_title_path(&here.desk.station, id);
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(not) => {
            let problems = problems(&here, not)?;
            page(&here.read_at(path), id, Typed { problems, ..typed }).await
        }
    }
}

/// What cannot be read, on the title's page.
async fn wrong(here: Here, id: TitleId, typed: Typed) -> Result<Response, Fault> {
    let path = desk_title_path(&here.desk.station, id);
    page(&here.read_at(path), id, typed).await
}

pub async fn change(here: Here, Values(Named { id }): One, Form(form): Form<TitleForm>) -> Result<Response, Fault> {
    match form.changed() {
        Err(problems) => wrong(here, id, Typed { title: Some(form), problems, ..Typed::default() }).await,
        Ok(title) => {
            let once = here.once(&form.once, &("change-title", id, &title));
            let staff = &here.desk.staff;
            let done = acts::change_title(&here.house, &here.desk.station, (id, title), (staff, once)).await;
            back_to(here, id, done, Typed { title: Some(form), ..Typed::default() }).await
        }
    }
}

pub async fn add_copies(
    here: Here,
    Values(Named { id }): One,
    Form(form): Form<CopiesForm>,
) -> Result<Response, Fault> {
    let shelves = reads::shelves(&here).await?;
    match form.checked(&shelves) {
        Err(problems) => wrong(here, id, Typed { copies: Some(form), problems, ..Typed::default() }).await,
        Ok(copies) => {
            let once = here.once(&form.once, &("add-copies", id, &copies));
            let (staff, of) = (&here.desk.staff, Of::There(id));
            let done = acts::take_in(&here.house, &here.desk.station, of, copies, None, (staff, once)).await;
            back_to(here, id, done, Typed { copies: Some(form), ..Typed::default() }).await
        }
    }
}

pub async fn set_cover(here: Here, Values(Named { id }): One, upload: Upload<CoverForm>) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let photo = cover(&here, upload.files, &mut problems).await?;
    if photo.is_none() {
        problems.add("cover", "catalogue-no-photo");
    }
    match problems.or_else_all(photo) {
        Err(problems) => wrong(here, id, Typed { problems, ..Typed::default() }).await,
        Ok(photo) => {
            let once = here.once(&upload.form.once, &("cover", id, photo.bytes.len()));
            let staff = &here.desk.staff;
            let done = acts::set_cover(&here.house, &here.desk.station, (id, photo), (staff, once)).await;
            back_to(here, id, done.map_err(Not::Fault), Typed::default()).await
        }
    }
}

pub async fn change_copy(
    here: Here,
    Values(Named { id }): Values<Named<CopyId>>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let (form, shelves) = (CopyForm::of(sent, id), reads::shelves(&here).await?);
    let title = reads::copy(&here, id).await?.title;
    match form.checked(&shelves) {
        Err(problems) => wrong(here, title, Typed { problems, ..Typed::default() }).await,
        Ok(wanted) => {
            let once = here.once(&form.once, &("change-copy", id, &wanted));
            let staff = &here.desk.staff;
            let done = acts::change_copy(&here.house, &here.desk.station, (id, wanted), (staff, once)).await;
            back_to(here, title, done, Typed::default()).await
        }
    }
}
