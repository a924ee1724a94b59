//! Rating on one's ticket: one tap on its page, or level and words on a page of their own.
use axum::extract::{Form as Sent, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use serde::Deserialize;
use stations::{At, Named, Station};

use super::Rater;
use crate::TicketId;
use crate::ratings::answers::{self, OfTicket};
use crate::ratings::asked::{self, NewRating};
use crate::ratings::pages::{self, Form};
use crate::ratings::rules::{Level, Via};

/// What was sent; without words, one of the five buttons on the ticket's page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    level: String,
    words: Option<String>,
    once: String,
}

fn path(station: &Station, id: TicketId) -> String {
    station.path(&format!("/tickets/{id}"))
}

async fn seen(house: &House, at: &At, id: TicketId) -> Result<OfTicket, Fault> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let read = move |c: &mut kernel::db::Conn| {
        let kept = crate::store::by_id(c, station.id, id)?;
        answers::of_ticket(c, &h, &station, &kept, now)
    };
    house.db.snapshot(read).await
}

pub async fn show(
    State(house): State<House>,
    v: View,
    (at, Values(Named { id })): (At, Values<Named<TicketId>>),
) -> Result<HtmlPage, Fault> {
    let seen = seen(&house, &at, id).await?;
    let kept = seen.given.as_ref();
    let form = Form { level: kept.map(|g| g.level), words: kept.map(|g| g.words.clone()).unwrap_or_default() };
    let problems = match seen.may {
        Ok(()) => Problems::default(),
        Err(refusal) => Problems::about_the_whole(refusal.say(&v)),
    };
    let once = house.new_id().to_string();
    Ok(pages::form((&v, &at.station), &path(&at.station, id), (&seen, &form), &problems, &once))
}

pub async fn rate(
    State(house): State<House>,
    v: View,
    (at, Values(Named { id }), rater): (At, Values<Named<TicketId>>, Rater),
    Sent(typed): Sent<Typed>,
) -> Result<Response, Fault> {
    let ticket = path(&at.station, id);
    let Some(level) = Level::named(typed.level.trim()) else {
        let mut problems = Problems::default();
        problems.add("level", "ratings-no-level");
        return again(&house, v, (&at, id), &typed, &problems).await;
    };
    let new = NewRating { level, words: typed.words.clone() };
    let said = match (rater.0, new.checked()) {
        (Ok(()), Ok(said)) => said,
        (Err(refusal), _) => {
            let problems = Problems::about_the_whole(refusal.say(&v));
            return again(&house, v, (&at, id), &typed, &problems).await;
        }
        (_, Err(problems)) => return again(&house, v, (&at, id), &typed, &problems).await,
    };
    let key = Some(typed.once.as_str()).filter(|key| !key.is_empty());
    match asked::rate(&house, &at.station, (id, Via::Ticket), said, key).await {
        Ok(_) => Ok(Redirect::to(&ticket).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&v));
            again(&house, v, (&at, id), &typed, &problems).await
        }
    }
}

/// The form once more, with the reason; what was typed stays.
async fn again(
    house: &House,
    v: View,
    (at, id): (&At, TicketId),
    typed: &Typed,
    problems: &Problems,
) -> Result<Response, Fault> {
    let seen = seen(house, at, id).await?;
    let words = || seen.given.as_ref().map(|g| g.words.clone()).unwrap_or_default();
    let form = Form { level: Level::named(&typed.level), words: typed.words.clone().unwrap_or_else(words) };
    let ticket = path(&at.station, id);
    let v = v.at(format!("{ticket}/rating"));
    let once = house.new_id().to_string();
    Ok(pages::form((&v, &at.station), &ticket, (&seen, &form), problems, &once).into_response())
}
