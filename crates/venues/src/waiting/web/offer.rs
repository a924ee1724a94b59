//! An offer, by its link: yes, no, or first a code that proves the phone.
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};

use crate::acts::{self, Actor};
use crate::public::pages::Frame;
use crate::public::reserve::{offer_path, reservation_path};
use crate::public::who::{Asked, Caller, Named};
use crate::rules::{Refusal, State as Stands};
use crate::says;
use crate::waiting::line;
use crate::waiting::pages::{self, Reader};

pub async fn show(State(house): State<House>, v: View, named: Named, caller: Caller) -> Result<Response, Fault> {
    page(&house, &v, &named, caller, None).await
}

async fn page(
    house: &House,
    v: &View,
    named: &Named,
    caller: Caller,
    refusal: Option<&Refusal>,
) -> Result<Response, Fault> {
    let made = line::made(house, &named.station, named.id).await?;
    let theirs = match caller.actor(house, &named.station).await {
        Ok(Actor::Person(person)) => made.offer.receipt.reservation.person == Some(person),
        Ok(Actor::Staff(_)) => true,
        // Somebody without a session, or staff of another station: the link is all they have.
        Err(Fault::SignInFirst | Fault::NotFound) => false,
        Err(fault) => return Err(fault),
    };
    let reader = if theirs { Reader::Theirs } else { Reader::Link };
    let said = refusal.map(|r| (says::said(v, &named.station.zone, r), r.status()));
    let refused = said.as_ref().map(|(said, status)| (said, *status));
    Ok(pages::offer(Frame { v, station: &named.station }, &made, reader, refused).into_response())
}

pub async fn accept(State(house): State<House>, v: View, asked: Asked, caller: Caller) -> Result<Response, Fault> {
    let done = acts::accept_offer(&house, &asked.station, asked.id, asked.actor).await;
    match done {
        Ok(_) => Ok(Redirect::to(&reservation_path(&asked.station, asked.id)).into_response()),
        Err(not) => again(&house, v, asked, caller, not).await,
    }
}

pub async fn decline(State(house): State<House>, v: View, asked: Asked, caller: Caller) -> Result<Response, Fault> {
    let done: Result<Stands, _> = acts::decline_offer(&house, &asked.station, asked.id, asked.actor).await;
    match done {
        Ok(_) => Ok(Redirect::to(&offer_path(&asked.station, asked.id)).into_response()),
        Err(not) => again(&house, v, asked, caller, not).await,
    }
}

async fn again(house: &House, v: View, asked: Asked, caller: Caller, not: Not<Refusal>) -> Result<Response, Fault> {
    let named = Named { station: asked.station, id: asked.id };
    match not {
        Not::Fault(fault) => Err(fault),
        Not::Refused(refusal) => {
            let v = v.at(offer_path(&named.station, named.id));
            page(house, &v, &named, caller, Some(&refusal)).await
        }
    }
}

/// A code to the phone that the offer is for: its digits are the yes.
pub async fn code(
    State(house): State<House>,
    v: View,
    named: Named,
    caller: Caller,
    peer: Peer,
) -> Result<Response, Fault> {
    let made = line::made(&house, &named.station, named.id).await?;
    let Some(phone) = made.phone.filter(|_| made.offer.is_open()) else {
        return Ok(Redirect::to(&offer_path(&named.station, named.id)).into_response());
    };
    people::count_code(&house, &peer, &phone)?;
    match acts::offer_code(&house, &named.station, &v, named.id).await {
        Ok(_) => {
            let path = reservation_path(&named.station, named.id);
            Ok(Redirect::to(&format!("{path}/confirmation")).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let v = v.at(offer_path(&named.station, named.id));
            page(&house, &v, &named, caller, Some(&refusal)).await
        }
    }
}
