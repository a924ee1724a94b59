//! The shelves.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::HtmlPage;
use stations::{Here, Named};

use super::common::{frame, problems, top};
use crate::catalogue::forms::{Chosen, ShelfForm};
use crate::catalogue::{acts, pages, reads};
use crate::frame::TAB;
use crate::frame::{self, shelf_path};
use crate::rules::Shelf;

type One = Values<Named<i32>>;

fn path(here: &Here) -> String {
    here.desk.station.path("/desk/library/shelves")
}

async fn all_page(here: &Here, (form, problems): (&ShelfForm, &Problems), done: bool) -> Result<Response, Fault> {
    let all = reads::shelves(here).await?;
    let body = pages::shelves(frame(here), &all, &pages::ShelfPage { form, problems, done });
    let page = here.page(TAB, &here.v.t("catalogue-shelves")).back(here.v.t("catalogue-titles"), top(here));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn all(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let form = ShelfForm { once: here.fresh_once(), ..ShelfForm::default() };
    all_page(&here, (&form, &Problems::default()), !chosen.done.is_empty()).await
}

pub async fn add(here: Here, Form(form): Form<ShelfForm>) -> Result<Response, Fault> {
    let wrong = match form.new_shelf().checked() {
        Err(problems) => problems,
        Ok(new) => {
            let once = here.once(&form.once, &("add-shelf", &new));
            match acts::add_shelf(&here.house, &here.desk.station, new, (&here.desk.staff, once)).await {
                Ok(_) => return Ok(Redirect::to(&format!("{}?done=1", path(&here))).into_response()),
                Err(not) => problems(&here, not)?,
            }
        }
    };
    let path = path(&here);
    all_page(&here.read_at(path), (&form, &wrong), false).await
}

async fn found(here: &Here, id: i32) -> Result<Shelf, Fault> {
    reads::shelves(here).await?.into_iter().find(|shelf| shelf.id == id).ok_or(Fault::NotFound)
}

fn one_page(here: &Here, one: &Shelf, (form, problems): (&ShelfForm, &Problems)) -> Response {
    let body = pages::one_shelf(frame(here), one, &pages::ShelfPage { form, problems, done: false });
    let page = here.page(TAB, frame::shelf(&here.v, one)).back(here.v.t("catalogue-shelves"), path(here));
    page.status(problems.status()).body(body).into_response()
}

pub async fn one(here: Here, Values(Named { id }): One) -> Result<Response, Fault> {
    let one = found(&here, id).await?;
    let form = ShelfForm::of(here.fresh_once(), &one);
    Ok(one_page(&here, &one, (&form, &Problems::default())))
}

pub async fn change(here: Here, Values(Named { id }): One, Form(form): Form<ShelfForm>) -> Result<Response, Fault> {
    let one = found(&here, id).await?;
    let path = path(&here);
    match form.wanted().checked() {
        Err(problems) => Ok(one_page(&here.read_at(format!("{path}/{id}")), &one, (&form, &problems))),
        Ok(new) => {
            let once = here.once(&form.once, &("change-shelf", id, &new));
            acts::change_shelf(&here.house, &here.desk.station, (id, new), (&here.desk.staff, once)).await?;
            Ok(Redirect::to(&format!("{path}?done=1")).into_response())
        }
    }
}

pub async fn poster(here: Here, Values(Named { id }): One) -> Result<HtmlPage, Fault> {
    let one = found(&here, id).await?;
    let url = format!("{}{}", here.house.settings.public_url, shelf_path(&here.desk.station, &one.code));
    pages::poster(frame(&here), &one, &url)
}
