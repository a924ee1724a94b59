//! Looking: all rooms, one day of one, a week of one.
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Said};
use kernel::view::View;
use serde::Deserialize;
use stations::At;

use crate::answers;
use crate::public::forms::{LookQuery, ReservationForm, Wish};
use crate::public::pages::{self, Booking, Frame};
use crate::public::reads::{self, Here, Look};
use crate::public::reserve;
use crate::public::who::{Asked, Caller};
use crate::rules::{Refusal, Span};
use crate::says;

pub async fn overview(State(house): State<House>, v: View, at: At) -> Result<Response, Fault> {
    list(&house, &v, &at, None).await
}

/// All rooms; `said` tells why not the page that was asked for.
pub async fn list(house: &House, v: &View, at: &At, said: Option<&Said>) -> Result<Response, Fault> {
    let here = Here::new(house, &at.station);
    let all = house.db.read(move |c| answers::overview(c, &here.house, &here.station, here.now)).await?;
    Ok(pages::overview(Frame { v, station: &at.station }, &all, said).into_response())
}

pub async fn offering(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, slug)): Path<(String, String)>,
    Query(query): Query<LookQuery>,
) -> Result<Response, Fault> {
    let moving = moving(&house, &at, caller, &query).await?;
    let wish = query.wish(&at.station.zone);
    // Who moves a reservation starts from its own length.
    let minutes = wish.minutes.or(moving.and_then(|(_, span)| i32::try_from(span.minutes()).ok()));
    let wish = Wish { minutes, ..wish };
    let here = Here { except: moving.map(|(id, _)| id), ..Here::new(&house, &at.station) };
    let look = match read(here, &slug, wish).await {
        Ok(look) => look,
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal);
            return list(&house, &v, &at, Some(&said)).await;
        }
    };
    let once = house.new_id().to_string();
    let page = Booking {
        look: &look,
        form: &ReservationForm::default(),
        problems: &Problems::default(),
        refused: None,
        ask_phone: caller.person.is_none(),
        moving,
        all_times: !query.all.is_empty(),
        once: &once,
    };
    Ok(pages::booking(Frame { v: &v, station: &at.station }, &page).into_response())
}

pub async fn read(here: Here, slug: &str, wish: Wish) -> Result<Look, Not<Refusal>> {
    let (house, slug) = (here.house.clone(), slug.to_owned());
    house.db.snapshot(move |c| reads::look(c, &here, &slug, &wish)).await
}

/// The reservation that the link wants to move, if whoever asks may do that.
async fn moving(
    house: &House,
    at: &At,
    caller: Caller,
    query: &LookQuery,
) -> Result<Option<(crate::ReservationId, Span)>, Fault> {
    let Some(id) = query.moving() else { return Ok(None) };
    let actor = caller.actor(house, &at.station).await?;
    let receipt = reserve::seen(house, &Asked { station: at.station.clone(), id, actor }).await?;
    Ok(Some((id, receipt.reservation.span)))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WeekQuery {
    on: String,
}

pub async fn week(
    State(house): State<House>,
    v: View,
    at: At,
    Path((_, slug)): Path<(String, String)>,
    Query(query): Query<WeekQuery>,
) -> Result<Response, Fault> {
    let here = Here::new(&house, &at.station);
    let on: Option<Date> = query.on.trim().parse().ok();
    let found = house.db.read(move |c| reads::week(c, &here, &slug, on)).await;
    match found {
        Ok(week) => {
            let offering = week.days.first().map(|day| &day.offering).ok_or(Fault::NotFound)?;
            Ok(pages::week(Frame { v: &v, station: &at.station }, offering, &week).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal);
            list(&house, &v, &at, Some(&said)).await
        }
    }
}
