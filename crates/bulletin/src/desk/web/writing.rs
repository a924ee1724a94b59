//! The list, and the form of a notice.
use std::collections::BTreeMap;

use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::asset_url;
use kernel::refusal::{Not, Refusal as _};
use people::Role;
use stations::{Here, Named};

use crate::NoticeId;
use crate::acts;
use crate::at_desk::Whole;
use crate::desk::forms::{Chosen, NoticeForm};
use crate::desk::{TAB, pages, reads};
use crate::frame::{Frame, desk_path};
use crate::rules::{Section, Work};

pub(super) fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}

/// The desk's list of notices.
pub(super) fn top(here: &Here) -> String {
    here.desk.station.path("/desk/notices")
}

pub async fn list(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let desk = reads::desk(&here, chosen.before.parse().ok()).await?;
    let manager = here.desk.staff.role >= Role::Manager;
    let body = pages::list(frame(&here), &desk, (here.staff(), manager, !chosen.done.is_empty()));
    let page = here.page(TAB, &here.v.t("bulletin-desk-title"));
    Ok(here.renewed(page, axum::http::StatusCode::OK).body(body).into_response())
}

fn form_page(here: &Here, (title, back): (&str, (String, String)), form: &pages::Form<'_>) -> Response {
    let body = pages::form(frame(here), form);
    let page = here.page(TAB, title).back(back.0, back.1).status(form.problems.status());
    page.sheet_at(asset_url("text.css")).body(body).into_response()
}

fn new_page(here: &Here, sections: &[Section], (form, problems): (&NoticeForm, &Problems)) -> Response {
    let action = format!("{}/new", top(here));
    let back = (here.v.t("bulletin-desk-title"), top(here));
    let form = pages::Form { action: &action, form, problems, sections, pictures: &[], corrects: false };
    form_page(here, (&here.v.t("bulletin-desk-write"), back), &form)
}

pub async fn new(here: Here) -> Result<Response, Fault> {
    let sections = reads::sections(&here).await?;
    let form = NoticeForm::fresh(here.fresh_once(), &sections);
    Ok(new_page(&here, &sections, (&form, &Problems::default())))
}

pub async fn write(here: Here, Form(sent): Form<BTreeMap<String, String>>) -> Result<Response, Fault> {
    let (form, sections) = (NoticeForm::of(sent), reads::sections(&here).await?);
    let notice = form.new_notice();
    match notice.checked(&sections) {
        Err(problems) => {
            let action = format!("{}/new", top(&here));
            Ok(new_page(&here.read_at(action), &sections, (&form, &problems)))
        }
        Ok(draft) => {
            let once = here.once(form.get("once"), &(&draft, notice.ask));
            let id = acts::draft(&here.house, &here.desk.station, (draft, notice.ask), (here.staff(), once)).await?;
            Ok(Redirect::to(&format!("{}?done=1", desk_path(&here.desk.station, id))).into_response())
        }
    }
}

/// Whether what is written next corrects what everybody has read, and nobody has begun that yet.
fn begins_correction(whole: &Whole) -> bool {
    whole.was_read() && whole.notice.work == Work::None
}

fn edit_page(here: &Here, whole: &Whole, sections: &[Section], (form, problems): (&NoticeForm, &Problems)) -> Response {
    let path = desk_path(&here.desk.station, whole.notice.id);
    let action = format!("{path}/edit");
    let key = if whole.was_read() { "bulletin-desk-correct" } else { "bulletin-desk-edit" };
    let (pictures, corrects) = (whole.pictures.as_slice(), whole.was_read());
    let form = pages::Form { action: &action, form, problems, sections, pictures, corrects };
    form_page(here, (&here.v.t(key), (here.v.t("bulletin-desk-back"), path.clone())), &form)
}

pub async fn edit(here: Here, Values(Named { id }): Values<Named<NoticeId>>) -> Result<Response, Fault> {
    let (whole, sections) = (reads::whole(&here, id).await?, reads::sections(&here).await?);
    let form = NoticeForm::filled(here.fresh_once(), &whole.last, &whole.section, begins_correction(&whole));
    Ok(edit_page(&here, &whole, &sections, (&form, &Problems::default())))
}

pub async fn rewrite(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let (whole, sections) = (reads::whole(&here, id).await?, reads::sections(&here).await?);
    let form = NoticeForm::of(sent);
    let path = desk_path(&here.desk.station, id);
    let problems = match form.rewrite(&whole.pictures).checked(id, &sections) {
        Err(problems) => problems,
        Ok(rewrite) => {
            let once = here.once(form.get("once"), &rewrite);
            match acts::rewrite(&here.house, &here.desk.station, rewrite, (here.staff(), once)).await {
                Ok(_) => return Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    Ok(edit_page(&here.read_at(format!("{path}/edit")), &whole, &sections, (&form, &problems)))
}
