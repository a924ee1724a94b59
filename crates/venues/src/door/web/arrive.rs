//! Where the code beside a door leads.
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use stations::At;

use crate::door::acts::{self, Who};
use crate::door::answers;
use crate::door::forms::ArrivalForm;
use crate::door::pages::{self, Said};
use crate::door::says;
use crate::public::pages::Frame;
use crate::public::who::Caller;

type Named = Path<(String, String)>;

fn path(at: &At, venue: &str) -> String {
    at.station.path(&format!("/doors/{venue}"))
}

/// Where the form was sent to is no page of its own.
pub async fn nothing_here(at: At, Path((_, venue)): Named) -> Redirect {
    Redirect::to(&path(&at, &venue))
}

pub async fn show(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, venue)): Named,
) -> Result<Response, Fault> {
    let said = Said { done: None, refused: None, typed: "", problems: &Problems::default() };
    page(&house, &v, &at, (&venue, caller), &said).await
}

async fn page(
    house: &House,
    v: &View,
    at: &At,
    (venue, caller): (&str, Caller),
    said: &Said<'_>,
) -> Result<Response, Fault> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let (slug, person) = (venue.to_owned(), caller.person);
    let read = move |c: &mut Conn| answers::at_door(c, &h, &station, (&slug, person), now);
    let door = house.db.snapshot(read).await?;
    let frame = Frame { v, station: &at.station };
    Ok(pages::arrive(frame, &door, caller.person.is_some(), said).into_response())
}

/// "I am here": by whoever is signed in, or by the last digits of a number.
pub async fn arrive(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    peer: Peer,
    Path((_, venue)): Named,
    Form(form): Form<ArrivalForm>,
) -> Result<Response, Fault> {
    // A switch of language or letter size leads to a page that can be asked for.
    let v = v.at(path(&at, &venue));
    let fine = Problems::default();
    let nothing = Said { done: None, refused: None, typed: &form.digits, problems: &fine };
    let who = match (caller.person, form.read()) {
        (Some(person), _) => Who::Person(person),
        (None, Ok(digits)) => {
            people::count_guess(&house, &peer)?;
            Who::Digits(digits)
        }
        (None, Err(problems)) => {
            let said = Said { problems: &problems, ..nothing };
            return page(&house, &v, &at, (&venue, caller), &said).await;
        }
    };
    match acts::arrive(&house, &at.station, venue.clone(), who).await {
        Ok(_) if caller.person.is_some() => Ok(Redirect::to(&path(&at, &venue)).into_response()),
        Ok(id) => {
            let (station, now) = (at.station.clone(), house.now());
            let receipt = house.db.read(move |c| crate::answers::receipt(c, &station, id, now)).await?;
            let said = Said { done: Some(&receipt), typed: "", ..nothing };
            page(&house, &v, &at, (&venue, caller), &said).await
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let words = says::said(&v, &at.station.zone, &refusal);
            let said = Said { refused: Some((&words, refusal.status())), ..nothing };
            page(&house, &v, &at, (&venue, caller), &said).await
        }
    }
}

/// The sheet to hang beside the door.
pub async fn poster(State(house): State<House>, v: View, at: At, Path((_, slug)): Named) -> Result<HtmlPage, Fault> {
    let url = format!("{}{}", house.settings.public_url, path(&at, &slug));
    let station = at.station.clone();
    let venue = house.db.read(move |c: &mut Conn| answers::venue(c, &station, &slug)).await?;
    pages::poster(Frame { v: &v, station: &at.station }, &venue, &url)
}
