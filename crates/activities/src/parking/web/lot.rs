//! One lot at the desk.
use std::collections::BTreeMap;

use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use people::Role;
use serde::Deserialize;
use stations::{Here, HereAsManager, Named};

use super::desk::{TAB, ctx};
use super::marshal::link_path;
use crate::OccurrenceId;
use crate::parking::asked::{NewParkingPass, NewParkingRecount, ParkingClosing};
use crate::parking::forms::{Chosen, LineForm, LotForm, RecountForm};
use crate::parking::pages::{self, LotPage};
use crate::parking::rules::{Class, NoParking};
use crate::parking::{LotId, PassId, acts, reads, says};

fn path(here: &Here, id: LotId) -> String {
    ctx(here).path(&format!("/parking/lots/{id}"))
}

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    lot_page(&here, id, (RecountForm::default(), &Problems::default()), (!chosen.done.is_empty(), None)).await
}

async fn lot_page(
    here: &Here,
    id: LotId,
    (form, problems): (RecountForm, &Problems),
    (done, made): (bool, Option<&str>),
) -> Result<Response, Fault> {
    let read = reads::lot(&here.house, &here.desk.station, id).await?;
    let form = RecountForm { once: here.fresh_once(), ..form };
    let manager = here.desk.staff.role >= Role::Manager;
    let body = pages::lot(ctx(here), &LotPage { read: &read, form: &form, problems, done, manager, made })?;
    let page =
        here.page(TAB, says::name(&here.v, &read.lot.name)).back(here.v.t("parking-title"), ctx(here).path("/parking"));
    Ok(page.status(problems.status()).body(body).into_response())
}

/// The lot once more: with what was kept, or with why nothing was.
async fn back_to(here: Here, id: LotId, done: Result<(), Not<NoParking>>) -> Result<Response, Fault> {
    let path = path(&here, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            lot_page(&here.read_at(path), id, (RecountForm::default(), &problems), (false, None)).await
        }
    }
}

pub async fn recount(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    Form(form): Form<RecountForm>,
) -> Result<Response, Fault> {
    let class = Class::named(&form.class).unwrap_or(Class::Car);
    let mut problems = Problems::default();
    let to = problems.take("to", form.to.trim().parse(), "fairday-not-a-number");
    let asked = to.map(|to| NewParkingRecount { class, to, reason: form.reason.clone() });
    let checked = problems.or_else_all(asked).and_then(|asked| asked.checked());
    match checked {
        Err(problems) => {
            let path = path(&here, id);
            lot_page(&here.read_at(path), id, (form, &problems), (false, None)).await
        }
        Ok((class, to, reason)) => {
            let once = here.once(&form.once, &(id, class, to, &reason));
            let what = (id, class, to, reason);
            let done = acts::recount(&here.house, &here.desk.station, what, (here.staff(), once)).await;
            back_to(here, id, done.map(|_| ())).await
        }
    }
}

pub async fn give(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Form(form): Form<LineForm>,
) -> Result<Response, Fault> {
    let path = path(&here, id);
    match (NewParkingPass { label: form.label }).checked() {
        Err(problems) => lot_page(&here.read_at(path), id, (RecountForm::default(), &problems), (false, None)).await,
        Ok(label) => {
            let made = acts::give(&here.house, &here.desk.station, (id, label), here.staff()).await?;
            let link = link_path(&here.desk.station, &made.secret);
            let url = format!("{}{link}", here.house.settings.public_url);
            let fine = (RecountForm::default(), &Problems::default());
            lot_page(&here.read_at(path), id, fine, (false, Some(&url))).await
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfLot {
    id: LotId,
    pass: PassId,
}

pub async fn take_back(
    HereAsManager(here): HereAsManager,
    Values(OfLot { id, pass }): Values<OfLot>,
) -> Result<Response, Fault> {
    acts::take_back(&here.house, &here.desk.station, (id, pass), here.staff()).await?;
    Ok(Redirect::to(&format!("{}?done=1", path(&here, id))).into_response())
}

pub async fn close(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    match (ParkingClosing { why: form.get("why").cloned() }).checked() {
        Err(problems) => {
            let path = path(&here, id);
            lot_page(&here.read_at(path), id, (RecountForm::default(), &problems), (false, None)).await
        }
        Ok(why) => {
            acts::shut(&here.house, &here.desk.station, (id, why), here.staff()).await?;
            back_to(here, id, Ok(())).await
        }
    }
}

pub async fn remove(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
) -> Result<Response, Fault> {
    match acts::remove(&here.house, &here.desk.station, id, here.staff()).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", ctx(&here).path("/parking"))).into_response()),
        refused => back_to(here, id, refused).await,
    }
}

/// The form of a lot, new or as it is.
fn form_page(here: &Here, action: &str, (form, problems): (&LotForm, &Problems)) -> Response {
    let body = pages::edit(ctx(here), action, form, problems);
    let page =
        here.page(TAB, &here.v.t("parking-desk-lot")).back(here.v.t("parking-title"), ctx(here).path("/parking"));
    page.status(problems.status()).body(body).into_response()
}

fn new_path(here: &Here, fair: OccurrenceId) -> String {
    ctx(here).path(&format!("/parking/lots/new?fair={fair}"))
}

pub async fn new(HereAsManager(here): HereAsManager, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let read = reads::desk(&here.house, &here.desk.station, chosen.fair.parse().ok()).await?;
    let ground = read.ground.ok_or(Fault::NotFound)?;
    let form = LotForm::fresh(here.fresh_once(), ground.lots.len() + 1);
    Ok(form_page(&here, &new_path(&here, ground.fair.occurrence.id), (&form, &Problems::default())))
}

pub async fn add(
    HereAsManager(here): HereAsManager,
    Ask(chosen): Ask<Chosen>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let fair: OccurrenceId = chosen.fair.parse().map_err(|_| Fault::NotFound)?;
    let form = LotForm::of(sent);
    let path = new_path(&here, fair);
    let problems = match form.read().and_then(|lot| lot.checked()) {
        Err(problems) => problems,
        Ok(draft) => {
            let once = here.once(form.get("once"), &(fair, &draft));
            match acts::add(&here.house, &here.desk.station, (fair, draft), (here.staff(), once)).await {
                Ok(_) => {
                    let path = ctx(&here).path(&format!("/parking?fair={fair}&done=1"));
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    Ok(form_page(&here.read_at(path.clone()), &path, (&form, &problems)))
}

pub async fn form(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
) -> Result<Response, Fault> {
    let read = reads::lot(&here.house, &here.desk.station, id).await?;
    let form = LotForm::filled(here.fresh_once(), &read.lot, &here.desk.station.zone);
    let action = format!("{}/edit", path(&here, id));
    Ok(form_page(&here, &action, (&form, &Problems::default())))
}

pub async fn edit(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<LotId>>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    let form = LotForm::of(sent);
    let action = format!("{}/edit", path(&here, id));
    match form.read().and_then(|lot| lot.checked()) {
        Err(problems) => Ok(form_page(&here.read_at(action.clone()), &action, (&form, &problems))),
        Ok(draft) => {
            let done = acts::edit(&here.house, &here.desk.station, (id, draft), here.staff()).await;
            back_to(here, id, done).await
        }
    }
}
