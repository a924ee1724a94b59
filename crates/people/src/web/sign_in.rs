//! A resident signs in: number, then digits.
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal};
use kernel::session::{Kind, Token};
use kernel::view::{Peer, View};

use crate::acts;
use crate::cookies::let_in;
use crate::forms::{DigitsForm, Onward, PhoneForm};
use crate::ids::CodeId;
use crate::pages::SharedParts;
use crate::pages::mine::MINE;
use crate::pages::sign_in::{self as pages, Frame, Sent};
use crate::phone::Phone;
use crate::rules::{Code, CodeRefusal};
use crate::store::{codes, persons};
use crate::who::MaybeResident;

type Asked = (State<House>, Extension<SharedParts>, View);

pub(super) async fn ask(
    (State(house), Extension(parts), v): Asked,
    MaybeResident(who): MaybeResident,
    Query(onward): Query<Onward>,
) -> Result<Response, Fault> {
    if who.is_some() {
        return Ok(Redirect::to(onward.then_or(MINE)).into_response());
    }
    let (_, place) = parts.place_of(&house, &v, &onward).await?;
    let frame = Frame { v: &v, place: place.as_ref(), onward: &onward };
    Ok(pages::phone(frame, "", &Problems::default()).into_response())
}

pub(super) async fn send(
    (State(house), Extension(parts), mut v): Asked,
    peer: Peer,
    Form(form): Form<PhoneForm>,
) -> Result<Response, Fault> {
    v.here = pages::link("/sign-in", &form.onward);
    let (station, place) = parts.place_of(&house, &v, &form.onward).await?;
    let sent = match form.read() {
        Err(problems) => Err(problems),
        Ok(phone) => match acts::ask_code(&house, &v, &peer, station, &phone).await {
            Ok(code) => Ok(code),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => Err(Problems::about_the_whole(refusal.say(&v))),
        },
    };
    let frame = Frame { v: &v, place: place.as_ref(), onward: &form.onward };
    Ok(match sent {
        Ok(code) => Redirect::to(&pages::link(&pages::code_path(code), &form.onward)).into_response(),
        Err(problems) => pages::phone(frame, &form.phone, &problems).into_response(),
    })
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    At(code): At<CodeId>,
    Query(onward): Query<Onward>,
) -> Result<HtmlPage, Fault> {
    digits_page(&house, &parts, &v, code, &onward, Problems::default()).await
}

pub(super) async fn prove(
    (State(house), Extension(parts), mut v): Asked,
    peer: Peer,
    headers: HeaderMap,
    At(code): At<CodeId>,
    Form(form): Form<DigitsForm>,
) -> Result<Response, Fault> {
    v.here = pages::link(&pages::code_path(code), &form.onward);
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(digits) => {
            acts::count_guess(&house, &peer)?;
            let before = Token::of(&headers);
            match acts::sign_in_with(&house, code, digits, Some(form.once.clone()), before).await {
                Ok((_, token)) => return let_in(&house, Kind::Resident, &token, form.onward.then_or(MINE)),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&v)),
            }
        }
    };
    Ok(digits_page(&house, &parts, &v, code, &form.onward, problems).await?.into_response())
}

pub(super) async fn again(
    (State(house), Extension(parts), v): Asked,
    peer: Peer,
    At(code): At<CodeId>,
    Form(onward): Form<Onward>,
) -> Result<Response, Fault> {
    let (station, _) = parts.place_of(&house, &v, &onward).await?;
    let Some((_, Some(phone))) = sent_to(&house, code).await? else {
        return Ok(Redirect::to(&pages::link("/sign-in", &onward)).into_response());
    };
    let to = match acts::ask_code(&house, &v, &peer, station, &phone).await {
        Ok(newer) => pages::code_path(newer),
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(_)) => "/sign-in".to_owned(),
    };
    Ok(Redirect::to(&pages::link(&to, &onward)).into_response())
}

/// The code and the number that it went to.
async fn sent_to(house: &House, id: CodeId) -> Result<Option<(Code, Option<Phone>)>, Fault> {
    let keys = house.clone();
    let found = house.db.snapshot(move |c| {
        let Some(code) = codes::code_by_id(c, id)? else { return Ok(None) };
        let phone = persons::phone_of(c, &keys, code.person)?;
        Ok::<_, Fault>(Some((code, phone)))
    });
    found.await
}

/// The page for the digits, or, when they can no longer be typed, why not.
async fn digits_page(
    house: &House,
    parts: &SharedParts,
    v: &View,
    id: CodeId,
    onward: &Onward,
    problems: Problems,
) -> Result<HtmlPage, Fault> {
    let (_, place) = parts.place_of(house, v, onward).await?;
    let frame = Frame { v, place: place.as_ref(), onward };
    let now = house.now();
    let over = |refusal: CodeRefusal| match problems.whole {
        Some(_) => pages::gone(frame, &problems),
        None => pages::gone(frame, &Problems::about_the_whole(refusal.say(v))),
    };
    Ok(match sent_to(house, id).await? {
        None => over(CodeRefusal::Gone),
        Some((code, _)) if now >= code.expires_at => over(CodeRefusal::Expired),
        Some((code, _)) if code.used_at.is_some() => over(CodeRefusal::Used),
        Some((code, _)) if !code.is_good(now) => over(CodeRefusal::Spent),
        Some((code, phone)) => {
            let once = house.new_id().to_string();
            let sent = Sent { id, phone, sent_at: code.sent_at, expires_at: code.expires_at, once };
            pages::digits(frame, &sent, &problems)
        }
    })
}
