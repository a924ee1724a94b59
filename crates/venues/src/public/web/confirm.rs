//! The page of the code that turns a held slot into a reservation and signs the person in.
use axum::extract::{Form, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::session::Kind;
use kernel::view::{Peer, View};

use crate::public::confirm;
use crate::public::forms::CodeForm;
use crate::public::pages::{self, Frame, Held};
use crate::public::reserve::reservation_path;
use crate::public::who::Named;
use crate::says;

pub async fn show(State(house): State<House>, v: View, named: Named) -> Result<Response, Fault> {
    page(&house, v, &named, "", (&Problems::default(), None)).await
}

pub async fn prove(
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
    match confirm::prove(&house, &named, &peer, digits).await {
        Ok(token) => {
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

/// One more code to the same phone.
pub async fn again(State(house): State<House>, v: View, named: Named, peer: Peer) -> Result<Response, Fault> {
    match confirm::send_again(&house, &v, &named, &peer).await {
        Ok(_) => {
            Ok(Redirect::to(&format!("{}/confirmation", reservation_path(&named.station, named.id))).into_response())
        }
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
    let (receipt, phone) = confirm::held(house, named).await?;
    let path = reservation_path(&named.station, named.id);
    let v = v.at(format!("{path}/confirmation"));
    let frame = Frame { v: &v, station: &named.station };
    if confirm::awaits_code(&receipt) {
        let held = Held { receipt: &receipt, phone: phone.as_ref(), typed, problems, status };
        return Ok(pages::code(frame, &held).into_response());
    }
    if receipt.reservation.code.is_some() && !receipt.state.is_live() {
        return Ok(pages::too_late(frame, &receipt).into_response());
    }
    Ok(Redirect::to(&path).into_response())
}
