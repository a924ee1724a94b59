//! The addresses of the door.
use axum::Router;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use kernel::api::At as Values;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use people::MaybeResident;
use serde::Deserialize;
use stations::{Here, Named, One};

use super::rules::{How, Mood, Tap};
use super::{TapId, acts, assets, pages, reads};
use crate::OccurrenceId;
use crate::frame::Frame;
use crate::signups::reads as signups;
use crate::signups::{SignupId, TAB, signup_path};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/occurrences/{id}/here", get(here))
        .route("/s/{slug}/signups/{id}/arrival", get(arrival).post(say_here))
        .route("/s/{slug}/signups/{id}/mood", get(mood).post(say_mood))
        .route("/s/{slug}/desk/occurrences/{id}/arrivals", get(door).post(tap))
        .route("/s/{slug}/desk/occurrences/{id}/roster", get(roster))
        .route("/s/{slug}/desk/signups/{id}/arrival", get(scanned).post(check_in))
        .merge(assets::routes())
}

async fn here(
    State(house): State<House>,
    v: View,
    time: One<OccurrenceId>,
    MaybeResident(person): MaybeResident,
) -> Result<HtmlPage, Fault> {
    let offer = signups::offer(&house, &time.station, time.id, person).await?;
    Ok(pages::here(Frame { v: &v, station: &time.station }, &offer))
}

type Drawn = for<'a> fn(Frame<'a>, &signups::Mine, Option<&Said>) -> HtmlPage;

async fn own(
    house: &House,
    v: &View,
    (mine, MaybeResident(person)): (&One<SignupId>, MaybeResident),
    (page, refused): (Drawn, Option<&Said>),
) -> Result<HtmlPage, Fault> {
    let found = signups::mine(house, &mine.station, mine.id, person).await?;
    Ok(page(Frame { v, station: &mine.station }, &found, refused))
}

async fn arrival(
    State(house): State<House>,
    v: View,
    mine: One<SignupId>,
    who: MaybeResident,
) -> Result<HtmlPage, Fault> {
    own(&house, &v, (&mine, who), (pages::arrival, None)).await
}

async fn say_here(
    State(house): State<House>,
    v: View,
    mine: One<SignupId>,
    who: MaybeResident,
) -> Result<Response, Fault> {
    let path = format!("{}/arrival", signup_path(&mine.station, mine.id));
    match acts::say_here(&house, &mine.station, mine.id).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let v = v.at(path);
            let said = refusal.say(&v);
            Ok(own(&house, &v, (&mine, who), (pages::arrival, Some(&said))).await?.into_response())
        }
    }
}

async fn mood(State(house): State<House>, v: View, mine: One<SignupId>, who: MaybeResident) -> Result<HtmlPage, Fault> {
    own(&house, &v, (&mine, who), (pages::mood, None)).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MoodForm {
    mood: String,
}

async fn say_mood(
    State(house): State<House>,
    v: View,
    mine: One<SignupId>,
    who: MaybeResident,
    Form(form): Form<MoodForm>,
) -> Result<Response, Fault> {
    let said = Mood::ALL.into_iter().find(|mood| mood.name() == form.mood).ok_or(Fault::NotFound)?;
    let path = format!("{}/mood", signup_path(&mine.station, mine.id));
    match acts::say_mood(&house, &mine.station, (mine.id, said)).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let v = v.at(path);
            let said = refusal.say(&v);
            Ok(own(&house, &v, (&mine, who), (pages::mood, Some(&said))).await?.into_response())
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    find: String,
}

async fn door(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let door = reads::door(&here.house, station, id).await?;
    let body = pages::door(Frame { v: &here.v, station }, &door, asked.find.trim());
    let back = station.path(&format!("/desk/occurrences/{id}/people"));
    let page = here.page(TAB, door.known.title()).back(here.v.t("signup-desk-people"), back);
    Ok(page.script(assets::script()).body(body).into_response())
}

/// A press without a script: whose, and how many of them are there; or how many more just came.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pressed {
    tap: String,
    walked: String,
}

async fn tap(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Fault> {
    let (tap, at) = (TapId(here.house.new_id()), here.now());
    let tap = match (pressed.tap.split_once(':'), pressed.walked.parse::<i16>()) {
        (Some((signup, people)), _) => {
            let signup = signup.parse().map_err(|_| Fault::NotFound)?;
            let people = people.parse().map_err(|_| Fault::NotFound)?;
            Tap { id: tap, signup: Some(signup), people, how: How::Tick, at }
        }
        (None, Ok(people)) => Tap { id: tap, signup: None, people, how: How::WalkIn, at },
        (None, Err(_)) => return Err(Fault::NotFound),
    };
    let station = &here.desk.station;
    acts::replay(&here.house, station, (id, vec![tap]), By::Staff(here.staff().0)).await?;
    Ok(Redirect::to(&station.path(&format!("/desk/occurrences/{id}/arrivals"))).into_response())
}

async fn roster(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<HtmlPage, Fault> {
    let station = &here.desk.station;
    let door = reads::door(&here.house, station, id).await?;
    pages::roster(Frame { v: &here.v, station }, &door, &here.house.settings.public_url)
}

async fn scanned(here: Here, Values(Named { id }): Values<Named<SignupId>>) -> Result<Response, Fault> {
    scanned_page(&here, id, None).await
}

async fn scanned_page(here: &Here, id: SignupId, refused: Option<&Said>) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let (known, guest) = reads::scanned(&here.house, station, id).await?;
    let body = pages::scanned(Frame { v: &here.v, station }, (&known, &guest), refused);
    let page = here.page(TAB, known.title());
    let page = if refused.is_some() { page.status(axum::http::StatusCode::CONFLICT) } else { page };
    Ok(page.body(body).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CheckIn {
    people: String,
}

async fn check_in(
    here: Here,
    Values(Named { id }): Values<Named<SignupId>>,
    Form(form): Form<CheckIn>,
) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let (known, guest) = reads::scanned(&here.house, station, id).await?;
    let people = form.people.parse().unwrap_or(guest.signup.seats);
    let tap = Tap { id: TapId(here.house.new_id()), signup: Some(id), people, how: How::Code, at: here.now() };
    let path = station.path(&format!("/desk/signups/{id}/arrival"));
    match acts::arrive(&here.house, station, (known.occurrence.id, tap), By::Staff(here.staff().0)).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let here = here.read_at(path);
            let said = refusal.say(&here.v);
            scanned_page(&here, id, Some(&said)).await
        }
    }
}
