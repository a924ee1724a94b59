//! What everybody reads, and asks for.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::{At, Station};

use crate::desk::here::Named;
use crate::public::pages::{Frame, ticket_path};
use crate::public::who::{Named as TicketAt, Who};
use crate::village_days::rules::{Answer, NoVisit};
use crate::village_days::{VillageDayId, VillageVisitId, visit_path};
use crate::villages::forms::{AnswerForm, AskForm, VillageForm};
use crate::villages::pages::{self, Asking, Living};
use crate::villages::{acts, reads};

pub async fn days(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let all = reads::coming(&house, &at.station).await?;
    Ok(pages::days(Frame { v: &v, station: &at.station }, &all))
}

/// What somebody may have chosen before: a link to the day from a matter's page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    matter: String,
    village: String,
}

pub async fn day(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VillageDayId>>,
    who: Who,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    let form = AskForm { matter: chosen.matter, village: chosen.village, ..AskForm::default() };
    day_page(&house, &v, &at.station, (id, who), (form, &Problems::default())).await
}

async fn day_page(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    (id, who): (VillageDayId, Who),
    (form, problems): (AskForm, &Problems),
) -> Result<Response, Fault> {
    let known = reads::day(house, station, id).await?;
    let form = AskForm { once: house.new_id().to_string(), ..form };
    let asking = Asking { known: &known, form: &form, problems, signed_in: who.0.is_some() };
    Ok(pages::asking(Frame { v, station }, &asking).into_response())
}

pub async fn ask(
    State(house): State<House>,
    v: View,
    peer: Peer,
    at: At,
    (Values(Named { id }), who): (Values<Named<VillageDayId>>, Who),
    Form(form): Form<AskForm>,
) -> Result<Response, Fault> {
    who.count(&house, &peer)?;
    let station = &at.station;
    let problems = match form.read().checked(id, who.actor()) {
        Err(problems) => problems,
        Ok(new) => {
            let once = form.key().map(|key| Once::new(key, &who.key(), &(id, new.ask, new.guest.key(&house))));
            match reads::ask(&house, &v, station, (new, once)).await {
                Ok(visit) => return Ok(Redirect::to(&visit_path(station, visit)).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused((_, said))) => Problems::about_the_whole(said),
            }
        }
    };
    let v = v.at(station.path(&format!("/village-days/{id}")));
    day_page(&house, &v, station, (id, who), (form, &problems)).await
}

pub async fn visit(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VillageVisitId>>,
) -> Result<HtmlPage, Fault> {
    visit_page(&house, &v, &at.station, id, None).await
}

async fn visit_page(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    id: VillageVisitId,
    refused: Option<&Said>,
) -> Result<HtmlPage, Fault> {
    let (known, seen) = reads::visit(house, station, id).await?;
    let once = house.new_id().to_string();
    Ok(pages::visit(Frame { v, station }, &known, &seen, (refused, &once)))
}

/// What a button of a visit means.
pub fn meant(word: &str) -> Result<Answer, Fault> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| Fault::NotFound)
}

pub async fn answer(
    State(house): State<House>,
    v: View,
    at: At,
    (Values(Named { id }), who): (Values<Named<VillageVisitId>>, Who),
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let said = meant(&form.answer)?;
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.key(), &(id, said)));
    let path = visit_path(&at.station, id);
    match acts::answer(&house, &at.station, (id, said), (who.actor(), once)).await {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let v = v.at(path);
            Ok(visit_page(&house, &v, &at.station, id, Some(&refusal.say(&v))).await?.into_response())
        }
    }
}

pub async fn living(State(house): State<House>, v: View, named: TicketAt) -> Result<HtmlPage, Fault> {
    living_page(&house, &v, &named, None).await
}

async fn living_page(house: &House, v: &View, named: &TicketAt, refused: Option<&Said>) -> Result<HtmlPage, Fault> {
    let found = reads::living(house, &named.station, named.id).await?;
    let living = Living {
        ticket: named.id,
        villages: &found.villages,
        lives_in: found.lives_in,
        offers: &found.offers,
        refused,
    };
    Ok(pages::living(Frame { v, station: &named.station }, &living))
}

pub async fn say_village(
    State(house): State<House>,
    v: View,
    named: TicketAt,
    who: Who,
    Form(form): Form<VillageForm>,
) -> Result<Response, Fault> {
    let path = format!("{}/village", ticket_path(&named.station, named.id));
    let refusal = match form.village.parse() {
        Err(_) => NoVisit::NoVillage,
        Ok(village) => match acts::say_village(&house, &named.station, (named.id, village), who.actor()).await {
            Ok(()) => return Ok(Redirect::to(&path).into_response()),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => refusal,
        },
    };
    let v = v.at(path);
    Ok(living_page(&house, &v, &named, Some(&refusal.say(&v))).await?.into_response())
}
