//! The page of the code that proves a phone, keeps the place and signs the person in.
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
use stations::One;

use crate::frame::Frame;
use crate::signups::forms::CodeForm;
use crate::signups::pages::{self, Held};
use crate::signups::rules::State as Stands;
use crate::signups::{SignupId, acts, reads, says, signup_path};

type Mine = One<SignupId>;

pub async fn show(State(house): State<House>, v: View, mine: Mine) -> Result<Response, Fault> {
    page(&house, v, &mine, "", (&Problems::default(), None)).await
}

pub async fn prove(
    State(house): State<House>,
    v: View,
    mine: Mine,
    peer: Peer,
    Form(form): Form<CodeForm>,
) -> Result<Response, Fault> {
    people::count_guess(&house, &peer)?;
    match acts::confirm(&house, &mine.station, mine.id, form.read()).await {
        Ok(done) => {
            let line = done.token.set_cookie(Kind::Resident, &house.settings);
            let cookie = HeaderValue::try_from(line).map_err(Fault::broken)?;
            Ok(([(SET_COOKIE, cookie)], Redirect::to(&signup_path(&mine.station, done.id))).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &mine.station, &refusal));
            page(&house, v, &mine, &form.digits, (&problems, Some(refusal.status()))).await
        }
    }
}

/// One more code to the same phone. It is counted like the first.
pub async fn again(State(house): State<House>, v: View, mine: Mine, peer: Peer) -> Result<Response, Fault> {
    let path = format!("{}/confirmation", signup_path(&mine.station, mine.id));
    let Some(phone) = reads::mine(&house, &mine.station, mine.id, None).await?.phone else {
        return Ok(Redirect::to(&path).into_response());
    };
    people::count_code(&house, &peer, &phone)?;
    match acts::resend_code(&house, &mine.station, &v, mine.id).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &mine.station, &refusal));
            page(&house, v, &mine, "", (&problems, Some(refusal.status()))).await
        }
    }
}

/// Where the code goes; what is proved leads to its page, what has lapsed says so.
async fn page(
    house: &House,
    v: View,
    named: &Mine,
    typed: &str,
    (problems, status): (&Problems, Option<StatusCode>),
) -> Result<Response, Fault> {
    let mine = reads::mine(house, &named.station, named.id, None).await?;
    let path = signup_path(&named.station, named.id);
    let v = v.at(format!("{path}/confirmation"));
    let frame = Frame { v: &v, station: &named.station };
    if mine.seen.signup.awaits_code(v.now()) {
        return Ok(pages::code(frame, &Held { mine: &mine, typed, problems, status }).into_response());
    }
    if mine.seen.state == Stands::Lapsed {
        return Ok(pages::too_late(frame, &mine).into_response());
    }
    Ok(Redirect::to(&path).into_response())
}
