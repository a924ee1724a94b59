//! The lots of a fair at the desk, cars in the way, and what there was to learn.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use people::Role;
use stations::{Group, Here, HereAsManager, Named, Tab};

use crate::OccurrenceId;
use crate::fairday::Ctx;
use crate::parking::asked::NewParkingMove;
use crate::parking::forms::{Chosen, LineForm, MoveForm};
use crate::parking::pages::{self, Desk};
use crate::parking::{acts, reads};

/// The key of the tab.
pub const TAB: &str = "parking-tab";

/// The pages of the desk that this group has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/parking", role: Role::Clerk, group: Group::Activities }]
}

pub fn ctx(here: &Here) -> Ctx<'_> {
    Ctx { v: &here.v, station: &here.desk.station }
}

pub async fn list(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let fair = chosen.fair.parse().ok();
    desk_page(&here, fair, (MoveForm::default(), &Problems::default()), !chosen.done.is_empty()).await
}

async fn desk_page(
    here: &Here,
    fair: Option<OccurrenceId>,
    (form, problems): (MoveForm, &Problems),
    done: bool,
) -> Result<Response, Fault> {
    let read = reads::desk(&here.house, &here.desk.station, fair).await?;
    let form = MoveForm { once: here.fresh_once(), ..form };
    let manager = here.desk.staff.role >= Role::Manager;
    let body = pages::desk(ctx(here), &Desk { read: &read, form: &form, problems, done, manager });
    let page = here.page(TAB, &here.v.t("parking-title"));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn ask(here: Here, Form(form): Form<MoveForm>) -> Result<Response, Fault> {
    let path = ctx(&here).path("/parking");
    let lot = form.lot.parse().map_err(|_| Fault::NotFound)?;
    let some = |text: &str| Some(text.to_owned()).filter(|t| !t.trim().is_empty());
    let asked = NewParkingMove {
        lot,
        plate: form.plate.clone(),
        spot: form.spot.clone(),
        asker: some(&form.asker),
        phone: some(&form.phone),
    };
    match asked.checked() {
        Err(problems) => desk_page(&here.read_at(path), None, (form, &problems), false).await,
        Ok(new) => {
            // Of a plate, a name or a number only keyed hashes say whether a request is the same.
            let once = here.once(&form.once, &here.house.keys.lookup("parking-once", &format!("{asked:?}")).to_vec());
            acts::ask(&here.house, &here.desk.station, new, (here.staff(), once)).await?;
            Ok(Redirect::to(&format!("{path}?done=1")).into_response())
        }
    }
}

pub async fn moved(here: Here, Form(form): Form<MoveForm>) -> Result<Response, Fault> {
    let id = form.id.parse().map_err(|_| Fault::NotFound)?;
    acts::close(&here.house, &here.desk.station, (id, None), By::Staff(here.staff().0)).await?;
    Ok(Redirect::to(&format!("{}?done=1", ctx(&here).path("/parking"))).into_response())
}

pub async fn copy(HereAsManager(here): HereAsManager, Form(form): Form<LineForm>) -> Result<Response, Fault> {
    let fair: OccurrenceId = form.fair.parse().map_err(|_| Fault::NotFound)?;
    let path = ctx(&here).path(&format!("/parking?fair={fair}"));
    match acts::copy(&here.house, &here.desk.station, fair, here.staff()).await {
        Ok(_) => Ok(Redirect::to(&format!("{path}&done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            desk_page(&here.read_at(path), Some(fair), (MoveForm::default(), &problems), false).await
        }
    }
}

pub async fn after(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Response, Fault> {
    let read = reads::afterwards(&here.house, &here.desk.station, id).await?;
    let page = here.page(TAB, &here.v.t("parking-after-title")).sheet_at(crate::parking::assets::url("marshal.css"));
    let page = page.back(here.v.t("parking-title"), ctx(&here).path("/parking"));
    Ok(page.body(pages::after(ctx(&here), &read)).into_response())
}
