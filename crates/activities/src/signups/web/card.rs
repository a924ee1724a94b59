//! Signing up with a household card: its code stands for the household, so that nobody has to sign in.
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use serde::Deserialize;
use stations::One;

use crate::OccurrenceId;
use crate::frame::Frame;
use crate::signups::forms::JoinForm;
use crate::signups::pages::{self, ByCard};
use crate::signups::web::once_of;
use crate::signups::{acts, card_path, reads, says, signup_path};

type Time = One<OccurrenceId>;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shown {
    code: String,
}

pub async fn show(
    State(house): State<House>,
    v: View,
    time: Time,
    Query(Shown { code }): Query<Shown>,
) -> Result<Response, Fault> {
    page(&house, &v, &time, (&code, &Problems::default())).await
}

async fn page(house: &House, v: &View, time: &Time, (code, problems): (&str, &Problems)) -> Result<Response, Fault> {
    let person = reads::household(house, code).await?.ok_or(Fault::NotFound)?;
    let offer = reads::offer(house, &time.station, time.id, Some(person)).await?;
    let once = house.new_id().to_string();
    let shown = ByCard { offer: &offer, code, problems, once: &once };
    Ok(pages::by_card(Frame { v, station: &time.station }, &shown).into_response())
}

pub async fn join(
    State(house): State<House>,
    v: View,
    time: Time,
    Form(form): Form<JoinForm>,
) -> Result<Response, Fault> {
    let station = &time.station;
    let person = reads::household(&house, &form.card).await?;
    let problems = match form.read().checked(time.id, None, person) {
        Err(problems) => problems,
        Ok(new) => {
            let once = once_of(&house, Some(&form.once), &new);
            match acts::join(&house, station, &v, new, once).await {
                Ok(done) => return Ok(Redirect::to(&signup_path(station, done.id)).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(says::said(&v, station, &refusal)),
            }
        }
    };
    let v = v.at(card_path(station, time.id, &form.card));
    page(&house, &v, &time, (&form.card, &problems)).await
}
