//! The code that turns a held slot into a reservation and signs the person in. The link is known only to whoever holds
//! the slot: its id has 74 random bits.
use axum::extract::{Form, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::session::Kind;
use kernel::view::{Peer, View};

use crate::acts;
use crate::answers;
use crate::public::forms::CodeForm;
use crate::public::pages::{self, Frame, Held};
use crate::public::reserve::reservation_path;
use crate::public::who::Named;
use crate::says;

pub async fn show(State(house): State<House>, v: View, named: Named) -> Result<Response, Fault> {
    page(&house, v, &named, "", (&Problems::default(), None)).await
}

pub async fn confirm(
    State(house): State<House>,
    v: View,
    named: Named,
    peer: Peer,
    Form(form): Form<CodeForm>,
) -> Result<Response, Fault> {
    let digits = match form.read() {
        Ok(digits) => digits,
        Err(problems) => return page(&house, v, &named, &form.digits, (&problems, None)).await,
    };
    people::count_guess(&house, &peer)?;
    match acts::confirm(&house, &named.station, named.id, digits).await {
        Ok((_, token)) => {
            let line = token.set_cookie(Kind::Resident, &house.settings);
            let cookie = HeaderValue::try_from(line).map_err(Fault::broken)?;
            let to = Redirect::to(&reservation_path(&named.station, named.id));
            Ok(([(SET_COOKIE, cookie)], to).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &named.station.zone, &refusal));
            page(&house, v, &named, &form.digits, (&problems, Some(refusal.status()))).await
        }
    }
}

/// One more code to the same phone. The number is not typed again, so it is counted here.
pub async fn again(State(house): State<House>, v: View, named: Named, peer: Peer) -> Result<Response, Fault> {
    let (station, id, now, h) = (named.station.clone(), named.id, house.now(), house.clone());
    let work = move |c: &mut Conn| {
        let receipt = answers::receipt(c, &station, id, now)?;
        let person = receipt.reservation.person.filter(|_| pages::awaits_code(&receipt));
        person.map(|p| people::phone_of(c, &h, p)).transpose()
    };
    let phone = house.db.read(work).await?.flatten().ok_or(Fault::NotFound)?;
    people::count_code(&house, &peer, &phone)?;
    match acts::resend_code(&house, &named.station, &v, named.id).await {
        Ok(_) => Ok(Redirect::to(&format!("{}/confirmation", reservation_path(&named.station, named.id))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &named.station.zone, &refusal));
            page(&house, v, &named, "", (&problems, Some(refusal.status()))).await
        }
    }
}

/// Where the code goes; what is confirmed already leads to its slip, what has lapsed says so.
async fn page(
    house: &House,
    v: View,
    named: &Named,
    typed: &str,
    (problems, status): (&Problems, Option<StatusCode>),
) -> Result<Response, Fault> {
    let (station, id, now, h) = (named.station.clone(), named.id, house.now(), house.clone());
    let work = move |c: &mut Conn| {
        let receipt = answers::receipt(c, &station, id, now)?;
        let phone = match receipt.reservation.person.filter(|_| receipt.reservation.code.is_some()) {
            Some(person) => people::phone_of(c, &h, person)?,
            None => None,
        };
        Ok::<_, Fault>((receipt, phone))
    };
    let (receipt, phone) = house.db.read(work).await?;
    let path = reservation_path(&named.station, named.id);
    let v = View { here: format!("{path}/confirmation"), ..v };
    let frame = Frame { v: &v, station: &named.station };
    if pages::awaits_code(&receipt) {
        let once = house.new_id().to_string();
        let held = Held { receipt: &receipt, phone: phone.as_ref(), typed, problems, status, once: &once };
        return Ok(pages::code(frame, &held).into_response());
    }
    if receipt.reservation.code.is_some() && !receipt.state.is_live() {
        return Ok(pages::too_late(frame, &receipt).into_response());
    }
    Ok(Redirect::to(&path).into_response())
}
