//! What the desk reads and presses.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::local_path;
use kernel::refusal::Not;
use people::CardId;
use serde::Deserialize;
use stations::{Here, Named};

use super::public::meant;
use crate::OccurrenceId;
use crate::frame::Frame;
use crate::signups::acts::{self, Actor};
use crate::signups::forms::{AnswerForm, DeskForm};
use crate::signups::pages::{self, Desk};
use crate::signups::rules::NoSignup;
use crate::signups::{SignupId, TAB, reads, says};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

fn list_path(here: &Here, id: OccurrenceId) -> String {
    here.desk.station.path(&format!("/desk/occurrences/{id}/people"))
}

pub async fn list(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    list_page(&here, id, (DeskForm::default(), &Problems::default()), !asked.done.is_empty()).await
}

async fn list_page(
    here: &Here,
    id: OccurrenceId,
    (form, problems): (DeskForm, &Problems),
    done: bool,
) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let list = reads::list(&here.house, station, id).await?;
    let form = DeskForm { once: here.fresh_once(), ..form };
    let body = pages::desk(Frame { v: &here.v, station }, &Desk { list: &list, form: &form, problems, done });
    let back = station.path(&format!("/desk/occurrences/{id}"));
    let page = here.page(TAB, list.known.title()).back(here.v.t("signup-desk-back"), back);
    Ok(here.renewed(page, problems.status()).body(body).into_response())
}

/// Whose card was scanned.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Scanned {
    card: String,
}

/// What the household whose card was scanned may sign up for.
pub async fn household(here: Here, Query(scanned): Query<Scanned>) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let card: CardId = scanned.card.parse().map_err(|_| Fault::NotFound)?;
    let person = reads::household_of(&here.house, station, card).await?;
    let all = reads::open_for(&here.house, station, person).await?;
    let body = pages::household(Frame { v: &here.v, station }, &all, (card, &here.fresh_once()));
    let back = station.path(&format!("/desk/cards/{card}"));
    let page = here.page(TAB, &here.v.t("signup-desk-household")).back(here.v.t("stations-tab-cards"), back);
    Ok(page.body(body).into_response())
}

pub async fn join(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(form): Form<DeskForm>,
) -> Result<Response, Fault> {
    let asked = form.read();
    let household = match (form.household.parse().ok(), asked.card()) {
        (Some(card), _) => Some(reads::household_of(&here.house, &here.desk.station, card).await?),
        (None, Some(card)) => reads::household(&here.house, card).await?,
        (None, None) => None,
    };
    let path = list_path(&here, id);
    let problems = match asked.checked(id, here.staff(), household) {
        Err(problems) => problems,
        Ok(new) => {
            let once = here.once(&form.once, &(id, new.guest.key(&here.house), new.child, new.band, new.seats));
            match acts::join(&here.house, &here.desk.station, &here.v, new, once).await {
                Ok(_) => return Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => {
                    Problems::about_the_whole(says::said(&here.v, &here.desk.station, &refusal))
                }
            }
        }
    };
    list_page(&here.read_at(path), id, (form, &problems), false).await
}

pub async fn draw(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Response, Fault> {
    let done = acts::draw(&here.house, &here.desk.station, id, here.staff()).await;
    back_to(here, id, done).await
}

pub async fn answer(
    here: Here,
    Values(Named { id }): Values<Named<SignupId>>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let said = meant(&form.answer)?;
    let of = reads::mine(&here.house, &here.desk.station, id, None).await?.known.occurrence.id;
    let by = (Actor::Staff(here.staff()), None);
    let done = acts::answer(&here.house, &here.desk.station, (id, said), by).await.map(|_| ());
    if let (Ok(()), Some(back)) = (&done, local_path(&form.back)) {
        return Ok(Redirect::to(back).into_response());
    }
    back_to(here, of, done).await
}

/// The list once more: with what was kept, or with why nothing was.
async fn back_to(here: Here, id: OccurrenceId, done: Result<(), Not<NoSignup>>) -> Result<Response, Fault> {
    let path = list_path(&here, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&here.v, &here.desk.station, &refusal));
            list_page(&here.read_at(path), id, (DeskForm::default(), &problems), false).await
        }
    }
}
