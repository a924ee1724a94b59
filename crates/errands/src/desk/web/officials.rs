//! Writing officials down: managers only.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use people::StaffAt;
use serde::Deserialize;

use crate::acts;
use crate::answers::{self, Desk, InNow, Official};
use crate::desk::OFFICIALS;
use crate::desk::asked::OfficialEdit;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::officials::{self, Edit, OfficialForm};
use crate::rules::{Name, OfficialId};
use crate::store;

struct Known {
    all: Vec<InNow>,
    phones: Vec<OfficialId>,
    desks: Vec<Desk>,
    staff: Vec<StaffAt>,
}

async fn known(here: &Here) -> Result<Known, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let all = answers::who_is_in(c, &station, now)?;
        let (phones, desks) = (store::has_phone(c, station.id)?, store::desks(c, station.id)?);
        Ok::<_, Fault>(Known { all, phones, desks, staff: people::staff_of(c, station.id)? })
    };
    here.house.db.snapshot(read).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

pub async fn list(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let kept = asked.kept.parse().ok();
    let kept = k.all.iter().find(|o| Some(o.official.id) == kept).map(|o| o.official.name.as_str());
    let body = officials::list(here.ctx(), (&k.all, &k.phones), kept);
    Ok(here.page(OFFICIALS, &here.v.t("errands-desk-officials-title")).body(body).into_response())
}

fn page(here: &Here, k: &Known, of: Option<&Official>, (form, problems): (&OfficialForm, &Problems)) -> Response {
    let title = of.map_or_else(|| here.v.t("errands-desk-new-official"), |o| o.name.clone());
    let end = of.map_or_else(|| "new".to_owned(), |o| o.id.to_string());
    let edit = Edit {
        action: here.ctx().path(&format!("/officials/{end}")),
        form,
        problems,
        desks: &k.desks,
        staff: &k.staff,
        of: of.map(|o| o.id),
        has_phone: of.is_some_and(|o| k.phones.contains(&o.id)),
    };
    let page = here.page(OFFICIALS, &title).back(here.v.t(OFFICIALS), here.ctx().path("/officials"));
    page.status(problems.status()).body(officials::edit(here.ctx(), &edit)).into_response()
}

pub async fn new(Manager(here): Manager) -> Result<Response, Fault> {
    let form = OfficialForm { once: here.fresh_once(), ..OfficialForm::default() };
    Ok(page(&here, &known(&here).await?, None, (&form, &Problems::default())))
}

fn find(k: &Known, id: OfficialId) -> Result<&Official, Fault> {
    k.all.iter().map(|o| &o.official).find(|o| o.id == id).ok_or(Fault::NotFound)
}

pub async fn show(Manager(here): Manager, At(Named { id }): At<Named<OfficialId>>) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let o = find(&k, id)?;
    let form = OfficialForm {
        once: here.fresh_once(),
        seen: acts::seen(&here.house, o),
        name: o.name.clone(),
        title_zh: o.title.zh.clone(),
        title_en: o.title.en.clone(),
        staff: o.staff.map(|s| s.to_string()).unwrap_or_default(),
        desk: o.desk.map(|d| d.to_string()).unwrap_or_default(),
        hours: o.hours.clone(),
        shows_village: if o.shows_village { "1".into() } else { String::new() },
        ..OfficialForm::default()
    };
    Ok(page(&here, &k, Some(o), (&form, &Problems::default())))
}

fn edit(form: &OfficialForm) -> OfficialEdit {
    let typed = form.phone.trim();
    let phone = match (typed.is_empty(), form.no_phone.is_empty()) {
        (true, true) => None,
        (true, false) => Some(String::new()),
        (false, _) => Some(typed.to_owned()),
    };
    OfficialEdit {
        seen: form.seen.clone(),
        name: form.name.clone(),
        title: Name { zh: form.title_zh.clone(), en: form.title_en.clone() },
        staff: form.staff.parse().ok(),
        desk: form.desk.parse().ok(),
        hours: form.hours.clone(),
        shows_village: !form.shows_village.is_empty(),
        phone,
    }
}

fn after(here: &Here, id: OfficialId) -> Response {
    Redirect::to(&here.ctx().path(&format!("/officials?kept={id}"))).into_response()
}

pub async fn add(Manager(here): Manager, Form(form): Form<OfficialForm>) -> Result<Response, Fault> {
    let problems = match edit(&form).checked(0) {
        Err(problems) => problems,
        Ok(written) => {
            let once = here.once(&form.once, &(&form.name, &form.staff, &form.desk));
            let done = acts::add_official(&here.house, &here.desk.station, written, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(id) => return Ok(after(&here, id)),
                Err(problems) => problems,
            }
        }
    };
    let form = OfficialForm { once: here.fresh_once(), ..form };
    Ok(page(&here, &known(&here).await?, None, (&form, &problems)))
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<OfficialId>>,
    Form(form): Form<OfficialForm>,
) -> Result<Response, Fault> {
    let k = known(&here).await?;
    let o = find(&k, id)?;
    let problems = match edit(&form).checked(id) {
        Err(problems) => problems,
        Ok(written) => {
            let seen = form.seen.clone();
            let done = acts::edit_official(&here.house, &here.desk.station, seen, written, here.staff()).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(after(&here, id)),
                Err(problems) => problems,
            }
        }
    };
    Ok(page(&here, &k, Some(o), (&form, &problems)))
}
