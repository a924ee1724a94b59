//! One day at the desk.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use super::or_problems;
use crate::answers::wall;
use crate::deputies::acts::{self, Who};
use crate::deputies::answers;
use crate::deputies::asked::{AtDesk, NewCallingOff, NewDeskReception};
use crate::deputies::pages::day::{self, Page, VisitForm};
use crate::deputies::pages::desk::{day_path, item_path};
use crate::deputies::rules::Category;
use crate::deputies::{DayId, keyed, says};
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Named};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    called_off: String,
}

async fn page(
    here: &Here,
    id: DayId,
    (form, problems): (&VisitForm, &Problems),
    called_off: Option<usize>,
) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        Ok::<_, Fault>((answers::day(c, &station, id, now)?, answers::of_day(c, &house, &station, id, now)?))
    };
    let (day, items) = here.house.db.snapshot(look).await?;
    let begun = wall(&here.desk.station, now).date() >= day.kept.day.on;
    let page = Page { day: &day, items: &items, begun, form, problems, called_off };
    let (body, title) = (day::body(here.ctx(), &page), says::deputy(&here.v, &day));
    let page = here.page(PRESENCE, &title).back(here.v.t("deputies-title"), here.ctx().path("/deputies"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn show(
    here: Here,
    At(Named { id }): At<Named<DayId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let form = VisitForm { once: here.fresh_once(), ..VisitForm::default() };
    page(&here, id, (&form, &Problems::default()), asked.called_off.parse().ok()).await
}

/// The category of this name.
pub fn category(typed: &str) -> Option<Category> {
    Category::ALL.into_iter().find(|c| c.name() == typed)
}

impl VisitForm {
    fn read(&self) -> NewDeskReception {
        let some = |text: &String| Some(text.clone()).filter(|t| !t.trim().is_empty());
        NewDeskReception {
            at: some(&self.at),
            name: some(&self.name),
            phone: some(&self.phone),
            what: self.what.clone(),
            category: category(&self.category),
        }
    }
}

pub async fn visit(
    here: Here,
    At(Named { id }): At<Named<DayId>>,
    Form(form): Form<VisitForm>,
) -> Result<Response, Fault> {
    let new = form.read();
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok((wanted, (name, phone))) => {
            let once = here.once(&form.once, &(id, keyed::desk(&here, &new)));
            let who = Who::Desk { staff: here.staff(), name, phone };
            let (house, station) = (&here.house, &here.desk.station);
            let is_slot = matches!(wanted, AtDesk::Slot(_));
            let done = match wanted {
                AtDesk::Slot(at) => acts::take(house, station, (id, at), (who, once)).await,
                AtDesk::Here(said) => acts::receive(house, station, (id, said), (who, once)).await,
            };
            match or_problems(&here, done)? {
                Ok(_) if is_slot => return Ok(Redirect::to(&day_path(here.ctx(), id)).into_response()),
                Ok(after) => return Ok(Redirect::to(&item_path(here.ctx(), after.id)).into_response()),
                Err(problems) => problems,
            }
        }
    };
    let form = VisitForm { once: here.fresh_once(), ..form };
    let path = day_path(here.ctx(), id);
    page(&here.read_at(path), id, (&form, &problems), None).await
}

pub async fn call_off(
    here: Here,
    At(Named { id }): At<Named<DayId>>,
    Form(form): Form<VisitForm>,
) -> Result<Response, Fault> {
    let problems = match (NewCallingOff { reason: form.reason.clone() }).checked() {
        Err(problems) => problems,
        Ok(reason) => {
            let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
            match or_problems(&here, done)? {
                Ok(n) => {
                    let path = format!("{}?called_off={n}", day_path(here.ctx(), id));
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(problems) => problems,
            }
        }
    };
    let form = VisitForm { once: here.fresh_once(), ..form };
    let path = day_path(here.ctx(), id);
    page(&here.read_at(path), id, (&form, &problems), None).await
}
