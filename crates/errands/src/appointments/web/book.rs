//! Booking a time, moving it, and putting it into a calendar: no account, the ticket's address is the key.
use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Next, Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use people::Phone;
use serde::Deserialize;
use stations::{At, Station, ics};

use crate::TicketId;
use crate::acts::Drawn;
use crate::appointments::asked::{self, NewAppointment};
use crate::appointments::pages::booking::{self, Booking};
use crate::appointments::reads::{self, Calendar};
use crate::booked::acts::{self, To, Wish};
use crate::booked::rules::{No, Slot};
use crate::booked::says;
use crate::public::pages::{Frame, appointments_path, ticket_path};
use crate::public::reads as public;
use crate::public::who::{Named, Who};
use crate::rules::{Refusal, State as Stands, Way};
use crate::says::name;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: String,
    moving: String,
}

pub async fn show(
    State(house): State<House>,
    v: View,
    at: At,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Ask(asked): Ask<Asked>,
) -> Result<HtmlPage, Fault> {
    let chosen = (asked.on.parse().ok(), asked.moving.parse().ok());
    let cal = reads::calendar(&house, &at.station, &slug, chosen).await?;
    let (once, problems) = (house.new_id().to_string(), Problems::default());
    let page =
        Booking { cal: &cal, phone: "", problems: &problems, refused: None, ask_phone: who.0.is_none(), once: &once };
    Ok(booking::page(Frame { v: &v, station: &at.station }, &page))
}

/// What the buttons send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BookForm {
    matter: String,
    from: String,
    phone: String,
    once: String,
}

/// Books, as the page and the API do. Of a number only a keyed hash says whether a request is the same.
pub async fn booked(
    house: &House,
    station: &Arc<Station>,
    (wish, who, phone): (Wish, Who, Option<Phone>),
    key: Option<&str>,
) -> Result<Drawn, Not<No>> {
    let hashed = phone.as_ref().map(|p| house.keys.lookup("appointment-once", p.full()).to_vec());
    let once = key.filter(|k| !k.is_empty()).map(|key| Once::new(key, &who.key(), &(&wish, hashed)));
    acts::book(house, station, wish, (who.holder(), Way::Phone, phone), once).await
}

pub async fn book(
    State(house): State<House>,
    v: View,
    peer: Peer,
    at: At,
    who: Who,
    Form(form): Form<BookForm>,
) -> Result<Response, Fault> {
    who.count(&house, &peer)?;
    let typed = form.clone();
    let new = NewAppointment { matters: vec![form.matter], from: form.from, official: None, phone: Some(form.phone) };
    let (from, phone) = match new.read(&at.station) {
        Ok(read) => read,
        Err(problems) => return again(&house, v, (&at.station, who), (&typed, None), &problems).await,
    };
    let done = match new.wish(&public::hall(&house, &at.station).await?, from) {
        Ok(wish) => booked(&house, &at.station, (wish, who, phone), Some(&form.once)).await,
        Err(no) => Err(no.into()),
    };
    match done {
        Ok(drawn) => Ok(Redirect::to(&ticket_path(&at.station, drawn.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => refused(&house, v, (&at.station, who), (&typed, None), (&no, from)).await,
    }
}

/// The page once more, with what cannot be read next to its field.
async fn again(
    house: &House,
    v: View,
    (station, who): (&Arc<Station>, Who),
    (form, moving): (&BookForm, Option<TicketId>),
    problems: &Problems,
) -> Result<Response, Fault> {
    let cal = reads::calendar(house, station, form.matter.trim(), (None, moving)).await?;
    page(house, v, (station, who), (&cal, form), (problems, None)).await
}

/// The page once more, with the reason and the nearest times that work.
async fn refused(
    house: &House,
    v: View,
    (station, who): (&Arc<Station>, Who),
    (form, moving): (&BookForm, Option<TicketId>),
    (no, from): (&No, Timestamp),
) -> Result<Response, Fault> {
    let on: Date = stations::wall(from, &station.zone).date();
    let cal = reads::calendar(house, station, form.matter.trim(), (Some(on), moving)).await?;
    let works = reads::instead(house, station, (&cal.matter, from)).await?;
    let mut said = says::said(&v, &station.zone, no);
    if let (No::Ticket(Refusal::HasOne), Some(person)) = (no, who.0) {
        said.next.extend(theirs(house, station, (person, on)).await?);
    }
    let problems = Problems::default();
    page(house, v, (station, who), (&cal, form), (&problems, Some((&said, works.as_slice(), no.status())))).await
}

/// What a person has on that day already.
async fn theirs(
    house: &House,
    station: &Arc<Station>,
    (person, on): (people::PersonId, Date),
) -> Result<Option<Next>, Fault> {
    let all = public::todays(house, person).await?;
    let mine = all.into_iter().find(|(at, mine)| at.id == station.id && mine.kept.day == on).map(|(_, mine)| mine);
    Ok(mine.map(|t| Next { label: t.number.to_string(), href: ticket_path(station, t.id) }))
}

type Refused<'a> = Option<(&'a Said, &'a [Slot], StatusCode)>;

async fn page(
    house: &House,
    v: View,
    (station, who): (&Arc<Station>, Who),
    (cal, form): (&Calendar, &BookForm),
    (problems, refused): (&Problems, Refused<'_>),
) -> Result<Response, Fault> {
    let v = v.at(appointments_path(station, &cal.matter));
    let once = house.new_id().to_string();
    let ask_phone = who.0.is_none();
    let page = Booking { cal, phone: &form.phone, problems, refused, ask_phone, once: &once };
    Ok(booking::page(Frame { v: &v, station }, &page).into_response())
}

/// Moves an appointment, as the page and the API do.
pub async fn moved(house: &House, named: &Named, (to, who): (To, Who), key: Option<&str>) -> Result<TicketId, Not<No>> {
    let request = (named.id, to.from, to.official);
    let once = key.filter(|k| !k.is_empty()).map(|key| Once::new(key, &who.key(), &request));
    acts::reschedule(house, &named.station, (named.id, to), who.actor(), once).await
}

pub async fn another_time(
    State(house): State<House>,
    v: View,
    peer: Peer,
    named: Named,
    who: Who,
    Form(form): Form<BookForm>,
) -> Result<Response, Fault> {
    // On another day it draws another number.
    who.count(&house, &peer)?;
    let station = &named.station;
    let from = match asked::instant(station, &form.from) {
        Ok(from) => from,
        Err(problems) => return again(&house, v, (station, who), (&form, Some(named.id)), &problems).await,
    };
    match moved(&house, &named, (To { from, official: None }, who), Some(&form.once)).await {
        Ok(id) => Ok(Redirect::to(&ticket_path(station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => refused(&house, v, (station, who), (&form, Some(named.id)), (&no, from)).await,
    }
}

/// The appointment for its owner's calendar. Nothing of a ticket without one.
pub async fn calendar(State(house): State<House>, v: View, named: Named) -> Result<Response, Fault> {
    let mine = public::ticket(&house, &named.station, named.id).await?;
    let span = reads::span(&house, &named.station, named.id).await?.ok_or(Fault::NotFound)?;
    let what: Vec<&str> = mine.matters.iter().map(|(m, _)| name(&v, &m.draft.name)).collect();
    let what = v.ta(
        "booked-calendar",
        &[("what", what.join(&v.t("public-and")).into()), ("number", mine.number.to_string().into())],
    );
    let ticket = &mine.kept.ticket;
    let entry = ics::Entry {
        id: &named.id.to_string(),
        span: (span.from, span.until),
        sequence: (ticket.version.unsigned_abs(), ticket.since),
        cancelled: matches!(ticket.state, Stands::Cancelled | Stands::Expired | Stands::Closed),
        summary: &what,
        description: &v.t("booked-slip-come"),
        path: &ticket_path(&named.station, named.id),
    };
    let text = ics::one(&house.settings.public_url, &named.station, &entry);
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "private, no-store")], text).into_response())
}
