//! Writing deputies down: managers only.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use people::StaffAt;

use crate::deputies::acts;
use crate::deputies::answers::{self, Deputy};
use crate::deputies::asked::DeputyEdit;
use crate::deputies::pages::deputies::{self, DeputyForm};
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Manager, Named};
use crate::rules::Name;

async fn known(here: &Here) -> Result<(Vec<Deputy>, Vec<StaffAt>), Fault> {
    let station = here.desk.station.clone();
    let look = move |c: &mut Conn| Ok::<_, Fault>((answers::deputies(c, &station)?, people::staff_of(c, station.id)?));
    here.house.db.snapshot(look).await
}

pub async fn list(Manager(here): Manager) -> Result<Response, Fault> {
    let (all, _) = known(&here).await?;
    let body = deputies::list(here.ctx(), &all);
    Ok(here.page(PRESENCE, &here.v.t("deputies-people")).body(body).into_response())
}

fn page(here: &Here, of: Option<&Deputy>, (form, problems): (&DeputyForm, &Problems), staff: &[StaffAt]) -> Response {
    let title = of.map_or_else(|| here.v.t("deputies-new"), |d| d.name.clone());
    let end = of.map_or_else(|| "new".to_owned(), |d| d.id.to_string());
    let action = here.ctx().path(&format!("/deputies/people/{end}"));
    let body = deputies::edit(here.ctx(), (&action, of.is_some()), form, problems, staff);
    let page = here.page(PRESENCE, &title).back(here.v.t("deputies-people"), here.ctx().path("/deputies/people"));
    page.status(problems.status()).body(body).into_response()
}

pub async fn new(Manager(here): Manager) -> Result<Response, Fault> {
    let form = DeputyForm { once: here.fresh_once(), ..DeputyForm::default() };
    Ok(page(&here, None, (&form, &Problems::default()), &known(&here).await?.1))
}

fn find(all: &[Deputy], id: i32) -> Result<&Deputy, Fault> {
    all.iter().find(|d| d.id == id).ok_or(Fault::NotFound)
}

pub async fn show(Manager(here): Manager, At(Named { id }): At<Named<i32>>) -> Result<Response, Fault> {
    let (all, staff) = known(&here).await?;
    let d = find(&all, id)?;
    let form = DeputyForm {
        once: here.fresh_once(),
        seen: crate::acts::seen(&here.house, d),
        name: d.name.clone(),
        title_zh: d.title.zh.clone(),
        title_en: d.title.en.clone(),
        staff: d.staff.map(|s| s.to_string()).unwrap_or_default(),
        retired: String::new(),
    };
    Ok(page(&here, Some(d), (&form, &Problems::default()), &staff))
}

impl DeputyForm {
    fn read(&self) -> DeputyEdit {
        DeputyEdit {
            seen: self.seen.clone(),
            name: self.name.clone(),
            title: Name { zh: self.title_zh.clone(), en: self.title_en.clone() },
            staff: self.staff.parse().ok(),
            retired: !self.retired.is_empty(),
        }
    }
}

fn after(here: &Here) -> Response {
    Redirect::to(&here.ctx().path("/deputies/people")).into_response()
}

pub async fn add(Manager(here): Manager, Form(form): Form<DeputyForm>) -> Result<Response, Fault> {
    let new = form.read();
    let problems = match new.checked(0) {
        Err(problems) => problems,
        Ok(deputy) => {
            let once = here.once(&form.once, &new);
            let done = acts::add_deputy(&here.house, &here.desk.station, deputy, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(_) => return Ok(after(&here)),
                Err(problems) => problems,
            }
        }
    };
    let form = DeputyForm { once: here.fresh_once(), ..form };
    Ok(page(&here, None, (&form, &problems), &known(&here).await?.1))
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<DeputyForm>,
) -> Result<Response, Fault> {
    let (all, staff) = known(&here).await?;
    let old = find(&all, id)?;
    let edit = form.read();
    let problems = match edit.checked(id) {
        Err(problems) => problems,
        Ok(deputy) => {
            let how = (edit.seen.clone(), here.staff());
            let done = acts::edit_deputy(&here.house, &here.desk.station, (deputy, edit.retired), how).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(after(&here)),
                Err(problems) => problems,
            }
        }
    };
    Ok(page(&here, Some(old), (&form, &problems), &staff))
}
