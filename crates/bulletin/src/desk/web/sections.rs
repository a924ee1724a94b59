//! The sections, for managers.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::{Here, HereAsManager, Named};

use super::writing::{frame, top};
use crate::asked::NewNoticeSection;
use crate::desk::forms::{Chosen, SectionForm};
use crate::desk::pages::{self, SectionPage};
use crate::desk::{TAB, reads};
use crate::rules::Section;
use crate::{acts, says};

fn path(here: &Here) -> String {
    format!("{}/sections", top(here))
}

async fn all_page(here: &Here, (form, problems): (&SectionForm, &Problems), done: bool) -> Result<Response, Fault> {
    let all = reads::sections(here).await?;
    let page = SectionPage { form, problems, once: &here.fresh_once(), done };
    let body = pages::sections(frame(here), &all, &page);
    let shell = here.page(TAB, &here.v.t("bulletin-desk-sections")).back(here.v.t("bulletin-desk-title"), top(here));
    Ok(shell.status(problems.status()).body(body).into_response())
}

pub async fn all(HereAsManager(here): HereAsManager, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    all_page(&here, (&SectionForm::default(), &Problems::default()), !chosen.done.is_empty()).await
}

pub async fn add(HereAsManager(here): HereAsManager, Form(form): Form<SectionForm>) -> Result<Response, Fault> {
    let change = form.change();
    let new = NewNoticeSection {
        slug: form.slug.clone(),
        name_zh: change.name_zh,
        name_en: change.name_en,
        place: change.place,
    };
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok(section) => {
            let once = here.once(&form.once, &new);
            match acts::add_section(&here.house, &here.desk.station, section, (here.staff(), once)).await {
                Ok(_) => return Ok(Redirect::to(&format!("{}?done=1", path(&here))).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    let path = path(&here);
    all_page(&here.read_at(path), (&form, &problems), false).await
}

async fn found(here: &Here, id: i32) -> Result<Section, Fault> {
    reads::sections(here).await?.into_iter().find(|s| s.id == id).ok_or(Fault::NotFound)
}

fn one_page(here: &Here, one: &Section, (form, problems): (&SectionForm, &Problems)) -> Response {
    let page = SectionPage { form, problems, once: "", done: false };
    let body = pages::one_section(frame(here), one, &page);
    let shell = here.page(TAB, says::section(&here.v, one)).back(here.v.t("bulletin-desk-sections"), path(here));
    shell.status(problems.status()).body(body).into_response()
}

pub async fn one(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<i32>>,
) -> Result<Response, Fault> {
    let one = found(&here, id).await?;
    Ok(one_page(&here, &one, (&SectionForm::of(&one), &Problems::default())))
}

pub async fn change(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<i32>>,
    Form(form): Form<SectionForm>,
) -> Result<Response, Fault> {
    let one = found(&here, id).await?;
    let path = path(&here);
    match form.change().checked(id) {
        Err(problems) => Ok(one_page(&here.read_at(format!("{path}/{id}")), &one, (&form, &problems))),
        Ok(section) => {
            acts::change_section(&here.house, &here.desk.station, section, here.staff()).await?;
            Ok(Redirect::to(&format!("{path}?done=1")).into_response())
        }
    }
}
