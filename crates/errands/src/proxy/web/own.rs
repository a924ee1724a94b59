//! What somebody who is signed in agrees to, and takes back.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan as _;
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use people::Resident;
use serde::Deserialize;
use stations::{At, Station};

use crate::acts::Actor;
use crate::desk::here::Named;
use crate::proxy::forms::ConsentForm;
use crate::proxy::pages::{self, Mine};
use crate::proxy::rules::USUAL_DAYS;
use crate::proxy::{ConsentId, acts, reads};
use crate::public::pages::Frame;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// The slug of a matter.
    matter: String,
}

/// A day by which most matters are done.
pub fn usual(house: &House, station: &Station) -> String {
    let today = stations::wall(house.now(), &station.zone).date();
    today.saturating_add(USUAL_DAYS.days()).to_string()
}

pub async fn new(
    State(house): State<House>,
    v: View,
    at: At,
    _: Resident,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    let all = reads::matters(&house, &at.station).await?;
    let matter = all.iter().find(|m| m.draft.slug == chosen.matter).map(|m| m.id.to_string());
    let until = usual(&house, &at.station);
    let form = ConsentForm { matter: matter.unwrap_or_default(), until, ..ConsentForm::default() };
    page(&house, &v, &at.station, (form, &Problems::default())).await
}

async fn page(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    (form, problems): (ConsentForm, &Problems),
) -> Result<Response, Fault> {
    let matters = reads::matters(house, station).await?;
    let form = ConsentForm { once: house.new_id().to_string(), ..form };
    Ok(pages::new(Frame { v, station }, &Mine { matters: &matters, form: &form, problems }).into_response())
}

pub async fn agree(
    State(house): State<House>,
    v: View,
    at: At,
    resident: Resident,
    Form(form): Form<ConsentForm>,
) -> Result<Response, Fault> {
    let problems = match form.of_mine().checked(Actor::Person(resident.id)) {
        Err(problems) => problems,
        Ok(new) => {
            let once = Once::new(&form.once, &resident.id.to_string(), &new.key(&house));
            let once = (!form.once.is_empty()).then_some(once);
            match acts::agree(&house, &at.station, new, once).await {
                Ok(id) => return Ok(Redirect::to(&at.station.path(&format!("/proxies/{id}"))).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&v)),
            }
        }
    };
    let v = v.at(at.station.path("/proxies/new"));
    page(&house, &v, &at.station, (form, &problems)).await
}

pub async fn show(
    State(house): State<House>,
    v: View,
    at: At,
    resident: Resident,
    Values(Named { id }): Values<Named<ConsentId>>,
) -> Result<HtmlPage, Fault> {
    let seen = reads::own(&house, &at.station, (id, resident.id)).await?;
    Ok(pages::own(Frame { v: &v, station: &at.station }, &seen))
}

pub async fn withdraw(
    State(house): State<House>,
    at: At,
    resident: Resident,
    Values(Named { id }): Values<Named<ConsentId>>,
) -> Result<Redirect, Fault> {
    acts::withdraw(&house, &at.station, id, Actor::Person(resident.id)).await?;
    Ok(Redirect::to(&at.station.path(&format!("/proxies/{id}"))))
}
