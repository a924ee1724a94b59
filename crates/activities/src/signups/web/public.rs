//! What residents press.
use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Said};
use kernel::view::{Peer, View};
use people::{MaybeResident, PersonId};
use serde::Deserialize;
use stations::{One, Station};

use crate::OccurrenceId;
use crate::frame::Frame;
use crate::signups::acts::{self, Actor, Guest, NewSignup};
use crate::signups::forms::{AnswerForm, JoinForm};
use crate::signups::pages::{self, Joining, SHOWS_CODE, Shown};
use crate::signups::rules::{Answer, State as Stands};
use crate::signups::{SignupId, join_path, reads, says, signup_path};

type Time = One<OccurrenceId>;
type Mine = One<SignupId>;

/// Whom a link has chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    who: String,
}

pub async fn form(
    State(house): State<House>,
    v: View,
    time: Time,
    MaybeResident(person): MaybeResident,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Fault> {
    let form = JoinForm { who: chosen.who, ..JoinForm::default() };
    form_page(&house, &v, (&time.station, time.id), person, (&form, &Problems::default())).await
}

async fn form_page(
    house: &House,
    v: &View,
    (station, id): (&Arc<Station>, OccurrenceId),
    person: Option<PersonId>,
    (form, problems): (&JoinForm, &Problems),
) -> Result<Response, Fault> {
    let offer = reads::offer(house, station, id, person).await?;
    let once = house.new_id().to_string();
    let joining = Joining { offer: &offer, form, problems, once: &once };
    Ok(pages::join(Frame { v, station }, &joining).into_response())
}

/// The request's key, bound to who sends it and to what it asks.
pub fn once_of(house: &House, key: Option<&str>, new: &NewSignup) -> Option<Once> {
    let key = key.filter(|key| !key.is_empty())?;
    let who = match &new.guest {
        Guest::Person(person) => person.to_string(),
        _ => String::new(),
    };
    Some(Once::new(key, &who, &(new.occurrence, new.guest.key(house), new.child, new.band, new.seats)))
}

/// A code is counted before it goes out.
pub fn counted(house: &House, peer: &Peer, new: &NewSignup) -> Result<(), Fault> {
    match &new.guest {
        Guest::Stranger(phone) => people::count_code(house, peer, phone),
        _ => Ok(()),
    }
}

pub async fn join(
    State(house): State<House>,
    v: View,
    (time, peer): (Time, Peer),
    MaybeResident(person): MaybeResident,
    Form(form): Form<JoinForm>,
) -> Result<Response, Fault> {
    let station = &time.station;
    // A card has a page of its own.
    let form = JoinForm { card: String::new(), ..form };
    let problems = match form.read().checked(time.id, person, None) {
        Err(problems) => problems,
        Ok(new) => {
            counted(&house, &peer, &new)?;
            let once = once_of(&house, Some(&form.once), &new);
            match acts::join(&house, station, &v, new, once).await {
                Ok(done) => {
                    let path = signup_path(station, done.id);
                    let to = if done.code.is_some() { format!("{path}/confirmation") } else { path };
                    return Ok(Redirect::to(&to).into_response());
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(says::said(&v, station, &refusal)),
            }
        }
    };
    let v = v.at(join_path(station, time.id));
    form_page(&house, &v, (station, time.id), person, (&form, &problems)).await
}

pub async fn signup(
    State(house): State<House>,
    v: View,
    mine: Mine,
    MaybeResident(person): MaybeResident,
) -> Result<HtmlPage, Fault> {
    signup_page(&house, &v, &mine, person, None).await
}

async fn signup_page(
    house: &House,
    v: &View,
    named: &Mine,
    person: Option<PersonId>,
    refused: Option<&Said>,
) -> Result<HtmlPage, Fault> {
    let station = &named.station;
    let mine = reads::mine(house, station, named.id, person).await?;
    let occurrence = &mine.known.occurrence;
    let soon = v.now() >= occurrence.starts_at - SHOWS_CODE && v.now() < occurrence.ends_at;
    let qr = if soon && mine.seen.state == Stands::In && mine.seen.signup.came == 0 {
        let path = station.path(&format!("/desk/signups/{}/arrival", named.id));
        let address = format!("{}{path}", house.settings.public_url);
        Some(stations::qr_picture(&address, &v.t("signup-qr"))?)
    } else {
        None
    };
    let once = house.new_id().to_string();
    Ok(pages::signup(Frame { v, station }, &Shown { mine: &mine, refused, once: &once, qr }))
}

/// What a button of a signup means.
pub fn meant(word: &str) -> Result<Answer, Fault> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| Fault::NotFound)
}

pub async fn answer(
    State(house): State<House>,
    v: View,
    mine: Mine,
    MaybeResident(person): MaybeResident,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let said = meant(&form.answer)?;
    let by = person.map_or(Actor::Bearer, Actor::Person);
    let who = person.map(|p| p.to_string()).unwrap_or_default();
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who, &(mine.id, said)));
    let path = signup_path(&mine.station, mine.id);
    match acts::answer(&house, &mine.station, (mine.id, said), (by, once)).await {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let v = v.at(path);
            let said = says::said(&v, &mine.station, &refusal);
            Ok(signup_page(&house, &v, &mine, person, Some(&said)).await?.into_response())
        }
    }
}
