//! Rating at the machine by the door: the number is typed, then one of five keys is pressed.
use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use serde::Deserialize;
use stations::{At, Station};

use super::Rater;
use crate::TicketId;
use crate::answers;
use crate::hall::pages::{Frame, kiosk};
use crate::kiosk::AtKiosk;
use crate::ratings::acts::Said;
use crate::ratings::asked;
use crate::ratings::pages::kiosk as pages;
use crate::ratings::rules::{Level, Refusal, Via, may_rate};
use crate::ratings::store;
use crate::rules::Number;

const PATH: &str = "/kiosk/rating";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// What has been typed so far.
    n: String,
    number: String,
    level: String,
    once: String,
}

/// One request at the machine.
struct Here {
    house: House,
    v: View,
    station: Arc<Station>,
}

impl Here {
    fn framed<T>(&self, draw: impl FnOnce(Frame<'_>) -> T) -> T {
        let place = self.station.place(&self.v);
        draw(Frame { v: &self.v, place: &place, zone: &self.station.zone })
    }

    fn once(&self) -> String {
        self.house.new_id().to_string()
    }
}

pub async fn type_number(
    _: AtKiosk,
    State(house): State<House>,
    v: View,
    At { station }: At,
    Query(typed): Query<Typed>,
) -> Result<Response, Fault> {
    typing(&Here { house, v, station }, &typed.n, None).await
}

/// At most a letter and four digits are kept of what is in the address.
async fn typing(here: &Here, typed: &str, wrong: Option<String>) -> Result<Response, Fault> {
    let id = here.station.id;
    let lines = here.house.db.read(move |c: &mut Conn| crate::store::lines(c, id)).await?;
    let typed: String = typed.chars().filter(char::is_ascii_alphanumeric).take(5).collect();
    let shown = kiosk::Here {
        title: here.v.t("ratings-title"),
        send: here.v.t("ratings-kiosk-go-on"),
        typed: typed.to_ascii_uppercase(),
        letters: lines.iter().map(|l| l.letter).collect(),
        path: here.station.path(PATH),
        to: here.station.path(PATH),
        once: here.once(),
        wrong,
        back: here.station.path("/kiosk"),
    };
    Ok(here.framed(|f| kiosk::here(f, &shown)).into_response())
}

/// Without a level the number is looked for and the question asked; with one it is kept.
pub async fn rate(
    _: AtKiosk,
    State(house): State<House>,
    v: View,
    (At { station }, rater): (At, Rater),
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let here = Here { house, v, station };
    let Some((ticket, number)) = find(&here, &typed.number).await? else {
        return typing(&here, &typed.number, Some(here.v.t("errands-kiosk-unknown"))).await;
    };
    if let Err(refusal) = rater.0 {
        return refused(&here, &typed.number, refusal).await;
    }
    let (path, back) = (here.station.path(PATH), here.station.path("/kiosk"));
    let Some(level) = Level::named(&typed.level) else {
        if let Err(refusal) = may(&here, ticket).await? {
            return refused(&here, &typed.number, refusal).await;
        }
        let once = here.once();
        let shown = pages::Ask { number, path: &path, once: &once, back: &back };
        return Ok(here.framed(|f| pages::ask(f, &shown)).into_response());
    };
    let key = Some(typed.once.as_str()).filter(|key| !key.is_empty());
    let said = Said { level, words: None };
    match asked::rate(&here.house, &here.station, (ticket, Via::Kiosk), said, key).await {
        Ok(_) => Ok(here.framed(|f| pages::thanks(f, (number, level), &back)).into_response()),
        Err(Not::Refused(refusal)) => refused(&here, &typed.number, refusal).await,
        Err(Not::Fault(fault)) => Err(fault),
    }
}

/// Today's ticket with this number.
async fn find(here: &Here, typed: &str) -> Result<Option<(TicketId, Number)>, Fault> {
    let Some((letter, digits)) = typed.split_at_checked(1) else { return Ok(None) };
    let (station, now) = (here.station.clone(), here.house.now());
    let lines = here.house.db.read(move |c: &mut Conn| crate::store::lines(c, station.id)).await?;
    let line = lines.iter().find(|l| l.letter.to_string().eq_ignore_ascii_case(letter));
    let (Some(line), Ok(number)) = (line, digits.parse::<i32>()) else { return Ok(None) };
    let (station, id) = (here.station.clone(), line.id);
    let found = here.house.db.read(move |c: &mut Conn| answers::numbered(c, &station, (id, number), now)).await?;
    Ok(found.map(|kept| (kept.id, Number { letter: line.letter, number })))
}

/// Before the question is asked, whether its answer could be kept.
async fn may(here: &Here, ticket: TicketId) -> Result<Result<(), Refusal>, Fault> {
    let (station, now) = (here.station.clone(), here.house.now());
    let read = move |c: &mut Conn| {
        let kept = crate::store::by_id(c, station.id, ticket)?;
        let rated = store::of_ticket(c, station.id, ticket)?.is_some();
        Ok(may_rate((kept.ticket.state, kept.day), answers::wall(&station, now).date(), rated, Via::Kiosk))
    };
    here.house.db.snapshot(read).await
}

async fn refused(here: &Here, typed: &str, refusal: Refusal) -> Result<Response, Fault> {
    let mut response = typing(here, typed, Some(refusal.say(&here.v).what)).await?;
    *response.status_mut() = refusal.status();
    Ok(response)
}
