//! Lining up by oneself, and one's place in line.
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use kernel::api;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Next, Not, Refusal as _};
use kernel::view::View;
use people::Resident;
use stations::{At, Station};

use crate::WaitId;
use crate::acts::{self, Actor, Booker};
use crate::public::forms::{LookQuery, Wish, instant};
use crate::public::pages::Frame;
use crate::public::reads::{self, Here};
use crate::public::reserve::{at_path, wait_path};
use crate::public::who::Caller;
use crate::rules::Refusal;
use crate::says;
use crate::waiting::forms::WaitForm;
use crate::waiting::line;
use crate::waiting::pages::{self, Asking, wait_page_path};

/// Where a form was sent to is no page of its own.
pub async fn nothing_here() -> Redirect {
    Redirect::to(says::MINE)
}

/// Whoever waits has to be reached: a phone is proven first, by signing in.
pub async fn ask(
    State(house): State<House>,
    v: View,
    at: At,
    _who: Resident,
    Path((_, slug)): Path<(String, String)>,
    Query(query): Query<LookQuery>,
) -> Result<Response, Fault> {
    let wish = query.wish(&at.station.zone);
    let Some(from) = wish.at else { return Err(Fault::NotFound) };
    let form = WaitForm { offering: slug, ..WaitForm::default() };
    page(&house, v, &at.station, (&form, from, wish.minutes), (&Problems::default(), StatusCode::OK)).await
}

async fn page(
    house: &House,
    v: View,
    station: &std::sync::Arc<Station>,
    (form, at, minutes): (&WaitForm, Timestamp, Option<i32>),
    (problems, status): (&Problems, StatusCode),
) -> Result<Response, Fault> {
    let wish = Wish { at: Some(at), minutes, ..Wish::default() };
    let (here, slug) = (Here::new(house, station), form.offering.clone());
    let look = match house.db.snapshot(move |c| reads::look(c, &here, &slug, &wish)).await {
        Ok(look) => look,
        Err(Not::Fault(fault)) => return Err(fault),
        // There is no such offering.
        Err(Not::Refused(_)) => return Err(Fault::NotFound),
    };
    let once = house.new_id().to_string();
    let v = v.at(wait_path(station, &form.offering, at, look.day.minutes.into()));
    let asking = Asking { look: &look, at, form, problems, status, once: &once };
    Ok(pages::ask(Frame { v: &v, station }, &asking).into_response())
}

pub async fn stand(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Form(form): Form<WaitForm>,
) -> Result<Response, Fault> {
    let zone = &at.station.zone;
    let Some(from) = instant(&form.from, zone) else { return Err(Fault::NotFound) };
    let chosen = (&form, from, form.minutes.trim().parse().ok());
    let wished = match form.read(zone) {
        Ok(wished) => wished,
        Err(problems) => {
            return page(&house, v, &at.station, chosen, (&problems, StatusCode::UNPROCESSABLE_ENTITY)).await;
        }
    };
    let by = (Some(form.once.as_str()), who.id.to_string());
    match line::stand(&house, &at.station, &wished, Booker::Person(who.id), (by.0, &by.1)).await {
        Ok(id) => Ok(Redirect::to(&wait_page_path(&at.station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let mut said = says::said(&v, zone, &refusal);
            if refusal == Refusal::NotFull {
                let href = at_path(&at.station, &form.offering, from);
                said.next.push(Next { label: v.t("venues-book"), href });
            }
            let problems = Problems::about_the_whole(said);
            page(&house, v, &at.station, chosen, (&problems, refusal.status())).await
        }
    }
}

pub async fn show(
    State(house): State<House>,
    v: View,
    At { station }: At,
    caller: Caller,
    api::At(Named { id }): api::At<Named>,
) -> Result<Response, Fault> {
    let actor = caller.actor(&house, &station).await?;
    let found = line::seen(&house, &station, id, actor).await?;
    Ok(pages::place(Frame { v: &v, station: &station }, &found).into_response())
}

/// What the path names beside the station.
#[derive(Debug, serde::Deserialize)]
pub struct Named {
    pub id: WaitId,
}

pub async fn stop(
    State(house): State<House>,
    At { station }: At,
    who: Resident,
    api::At(Named { id }): api::At<Named>,
) -> Result<Response, Fault> {
    match acts::stop_waiting(&house, &station, id, Actor::Person(who.id)).await {
        Ok(_) | Err(Not::Refused(_)) => Ok(Redirect::to(&wait_page_path(&station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
    }
}
