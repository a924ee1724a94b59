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
use crate::public::who::{Caller, Visit};

type Named = Path<(String, String)>;

fn path(at: &At, venue: &str) -> String {
    at.station.path(&format!("/doors/{venue}"))
}

/// Where the form was sent to is no page of its own.
pub async fn nothing_here(at: At, Path((_, venue)): Named) -> Redirect {
    Redirect::to(&path(&at, &venue))
}

pub async fn show(visit: Visit<Caller>, Path((_, venue)): Named) -> Result<Response, Fault> {
    let said = Said { done: None, refused: None, typed: "", problems: &Problems::default() };
    page(&visit, &venue, &said).await
}

async fn page(visit: &Visit<Caller>, venue: &str, said: &Said<'_>) -> Result<Response, Fault> {
    let Visit { house, v, at, who } = visit;
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let (slug, person) = (venue.to_owned(), who.person);
    let read = move |c: &mut Conn| answers::at_door(c, &h, &station, (&slug, person), now);
    let door = house.db.snapshot(read).await?;
    let frame = Frame { v, station: &at.station };
    Ok(pages::arrive(frame, &door, person.is_some(), said).into_response())
}

/// "I am here": by whoever is signed in, or by the last digits of a number.
pub async fn arrive(
    visit: Visit<Caller>,
    peer: Peer,
    Path((_, venue)): Named,
    Form(form): Form<ArrivalForm>,
) -> Result<Response, Fault> {
    // A switch of language or letter size leads to a page that can be asked for.
    let visit = Visit { v: visit.v.at(path(&visit.at, &venue)), ..visit };
    let (house, at, person) = (&visit.house, &visit.at, visit.who.person);
    let fine = Problems::default();
    let nothing = Said { done: None, refused: None, typed: &form.digits, problems: &fine };
    let who = match (person, form.read()) {
        (Some(person), _) => Who::Person(person),
        (None, Ok(digits)) => {
            people::count_guess(house, &peer)?;
            Who::Digits(digits)
        }
        (None, Err(problems)) => {
            return page(&visit, &venue, &Said { problems: &problems, ..nothing }).await;
        }
    };
    match acts::arrive(house, &at.station, venue.clone(), who).await {
        Ok(_) if person.is_some() => Ok(Redirect::to(&path(at, &venue)).into_response()),
        Ok(id) => {
            let (station, now) = (at.station.clone(), house.now());
            let receipt = house.db.read(move |c| crate::answers::receipt(c, &station, id, now)).await?;
            page(&visit, &venue, &Said { done: Some(&receipt), typed: "", ..nothing }).await
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let words = says::said(&visit.v, &at.station.zone, &refusal);
            page(&visit, &venue, &Said { refused: Some((&words, refusal.status())), ..nothing }).await
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
