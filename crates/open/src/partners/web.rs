//! The page's addresses. Only managers have it.
use axum::Router;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use people::Role;
use serde::Deserialize;
use stations::{Group, HereAsManager, Named, Tab};

use super::asked::NewPartner;
use super::pages::{self, PATH, Partners};
use crate::{PartnerId, acts, answers};

/// The tab of the desk.
pub const TAB: Tab = Tab { key: "open-tab", path: "/partners", role: Role::Manager, group: Group::Station };

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/partners", get(list).post(issue))
        .route("/s/{slug}/desk/partners/{id}/withdrawal", post(withdraw))
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct PartnerForm {
    once: String,
    name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Came {
    withdrawn: String,
}

async fn page(
    here: &stations::Here,
    (name, problems): (&str, &Problems),
    (withdrawn, issued): (bool, Option<&str>),
) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let all = here.house.db.read(move |c: &mut Conn| answers::partners(c, &station)).await?;
    let body = pages::partners(&Partners {
        v: &here.v,
        station: &here.desk.station,
        public_url: &here.house.settings.public_url,
        all: &all,
        once: &here.fresh_once(),
        name,
        problems,
        withdrawn,
        issued,
    });
    let page = here.page(TAB.key, &here.v.t("open-desk-title"));
    Ok(page.status(problems.status()).body(body).into_response())
}

async fn list(HereAsManager(here): HereAsManager, Ask(came): Ask<Came>) -> Result<Response, Fault> {
    page(&here, ("", &Problems::default()), (!came.withdrawn.is_empty(), None)).await
}

async fn issue(HereAsManager(here): HereAsManager, Form(form): Form<PartnerForm>) -> Result<Response, Fault> {
    let here = {
        let path = here.desk.station.path(PATH);
        here.read_at(path)
    };
    let asked = NewPartner { name: form.name.clone() };
    let problems = match asked.checked() {
        Err(problems) => problems,
        Ok(name) => {
            let once = here.once(&form.once, &name);
            match acts::issue(&here.house, &here.desk.station, name, (here.staff(), once)).await {
                Ok(issued) => return page(&here, ("", &Problems::default()), (false, Some(&issued.key))).await,
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
            }
        }
    };
    page(&here, (&form.name, &problems), (false, None)).await
}

async fn withdraw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<PartnerId>>,
) -> Result<Response, Fault> {
    acts::withdraw(&here.house, &here.desk.station, id, here.staff()).await?;
    Ok(Redirect::to(&here.desk.station.path(&format!("{PATH}?withdrawn=1"))).into_response())
}
