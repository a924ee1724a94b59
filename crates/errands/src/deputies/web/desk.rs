//! Days and what was said, and announcing a day.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use people::Role;
use serde::Deserialize;

use super::or_problems;
use crate::answers::wall;
use crate::deputies::acts;
use crate::deputies::answers;
use crate::deputies::asked::NewReceptionDay;
use crate::deputies::pages::desk::{self, DayForm, Page};
use crate::deputies::rules::earliest;
use crate::desk::PRESENCE;
use crate::desk::here::Here;
use crate::rules::Name;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    announced: String,
}

async fn page(here: &Here, (form, problems): (&DayForm, &Problems), announced: bool) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        let days = (answers::coming(c, &station, now)?, answers::past(c, &station, now)?);
        Ok::<_, Fault>((days, answers::all_items(c, &house, &station, now)?, answers::deputies(c, &station)?))
    };
    let ((coming, past), items, deputies) = here.house.db.snapshot(look).await?;
    let earliest = earliest(wall(&here.desk.station, now).date());
    let page = Page {
        items: &items,
        coming: &coming,
        past: &past,
        deputies: &deputies,
        earliest,
        form,
        problems,
        manager: here.desk.staff.role == Role::Manager,
        announced,
    };
    let body = desk::body(here.ctx(), &page);
    let title = here.v.t("deputies-title");
    Ok(here.page(PRESENCE, &title).status(problems.status()).body(body).into_response())
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let form = DayForm { once: here.fresh_once(), minutes: "20".into(), ..DayForm::default() };
    page(&here, (&form, &Problems::default()), !asked.announced.is_empty()).await
}

pub async fn announce(here: Here, Form(form): Form<DayForm>) -> Result<Response, Fault> {
    let new = NewReceptionDay {
        deputy: form.deputy.parse().unwrap_or(0),
        on: form.on.clone(),
        from: form.from.clone(),
        until: form.until.clone(),
        minutes: form.minutes.trim().parse().unwrap_or(0),
        place: Name { zh: form.place_zh.clone(), en: form.place_en.clone() },
    };
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok(day) => {
            let once = here.once(&form.once, &new);
            let done = acts::announce(&here.house, &here.desk.station, day, (here.staff(), once)).await;
            match or_problems(&here, done)? {
                Ok(_) => {
                    return Ok(Redirect::to(&here.ctx().path("/deputies?announced=1")).into_response());
                }
                Err(problems) => problems,
            }
        }
    };
    let form = DayForm { once: here.fresh_once(), ..form };
    let path = here.ctx().path("/deputies");
    page(&here.read_at(path), (&form, &problems), false).await
}
