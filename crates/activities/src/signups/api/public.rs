//! Signing up, answering, proving a phone.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::view::{Peer, View};
use people::{MaybeResident, PersonId};
use stations::One;

use super::shapes::{Answered, CodeShape, ConfirmedShape, SignupShape};
use super::wrong;
use crate::OccurrenceId;
use crate::failures::{Changing, Looking};
use crate::signups::acts::{self, Actor};
use crate::signups::asked::NewSignup;
use crate::signups::forms::CodeForm;
use crate::signups::web::{counted, once_of};
use crate::signups::{SignupId, reads};

async fn shown(house: &House, mine: &One<SignupId>, person: Option<PersonId>) -> Result<Json<SignupShape>, Wrong> {
    let found = reads::mine(house, &mine.station, mine.id, person).await?;
    Ok(Json(SignupShape::of(&mine.station, &found, house.now())))
}

/// "I come", or a child does. Whoever is not signed in shows a household card, or leaves a phone and brings back the code that goes
/// to it. Where no place is free, it waits in the order in which people asked; where places are drawn, it takes part.
#[utoipa::path(post, path = "/stations/{slug}/occurrences/{id}/signups", tag = "activities", operation_id = "signUp",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewSignup,
    responses((status = 201, description = "Signed up; `state` says whether there is a place", body = SignupShape), Looking, Changing))]
pub async fn join(
    State(house): State<House>,
    v: View,
    (time, peer, MaybeResident(person)): (One<OccurrenceId>, Peer, MaybeResident),
    headers: HeaderMap,
    Body(new): Body<NewSignup>,
) -> Result<(StatusCode, Json<SignupShape>), Wrong> {
    let household = match new.card() {
        Some(card) => reads::household(&house, card).await?,
        None => None,
    };
    let new = new.checked(time.id, person, household).map_err(|problems| Problem::fields(&v, &problems))?;
    counted(&house, &peer, &new)?;
    let once = once_of(&house, Once::header(&headers), &new);
    let done = acts::join(&house, &time.station, &v, new, once).await;
    let done = done.map_err(|not| wrong(&v, &time.station, not))?;
    let mine = One { station: time.station, id: done.id };
    Ok((StatusCode::CREATED, shown(&house, &mine, person).await?))
}

/// A signup as it stands now.
#[utoipa::path(get, path = "/stations/{slug}/signups/{id}", tag = "activities", operation_id = "signup",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The signup", body = SignupShape), Looking))]
pub async fn signup(State(house): State<House>, mine: One<SignupId>) -> Result<Json<SignupShape>, Wrong> {
    shown(&house, &mine, None).await
}

/// Takes what is offered, or gives the place, the offer or the turn back.
#[utoipa::path(post, path = "/stations/{slug}/signups/{id}/answer", tag = "activities", operation_id = "answerSignup",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Answered,
    responses((status = 200, description = "As it stands now", body = SignupShape), Looking, Changing))]
pub async fn answer(
    State(house): State<House>,
    v: View,
    (mine, MaybeResident(person)): (One<SignupId>, MaybeResident),
    headers: HeaderMap,
    Body(said): Body<Answered>,
) -> Result<Json<SignupShape>, Wrong> {
    let by = person.map_or(Actor::Bearer, Actor::Person);
    let who = person.map(|p| p.to_string()).unwrap_or_default();
    let once = Once::header(&headers).map(|key| Once::new(key, &who, &(mine.id, said.answer)));
    let done = acts::answer(&house, &mine.station, (mine.id, said.answer), (by, once)).await;
    done.map_err(|not| wrong(&v, &mine.station, not))?;
    shown(&house, &mine, person).await
}

/// Brings the code that went to the phone: keeps the place and signs the person in. Whoever was signed up already is answered with
/// the signup that they have.
#[utoipa::path(post, path = "/stations/{slug}/signups/{id}/confirmation", tag = "activities", operation_id = "confirmSignup",
    security(()),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = CodeShape,
    responses((status = 200, description = "Proved", body = ConfirmedShape), Looking, Changing))]
pub async fn confirm(
    State(house): State<House>,
    v: View,
    (mine, peer): (One<SignupId>, Peer),
    Body(code): Body<CodeShape>,
) -> Result<Json<ConfirmedShape>, Wrong> {
    people::count_guess(&house, &peer)?;
    let digits = CodeForm { digits: code.digits }.read();
    let done = acts::confirm(&house, &mine.station, mine.id, digits).await;
    let done = done.map_err(|not| wrong(&v, &mine.station, not))?;
    let theirs = One { station: mine.station, id: done.id };
    let Json(signup) = shown(&house, &theirs, Some(done.person)).await?;
    Ok(Json(ConfirmedShape { signup, token: done.token.as_str().to_owned() }))
}

/// Sends the code once more.
#[utoipa::path(post, path = "/stations/{slug}/signups/{id}/codes", tag = "activities", operation_id = "sendSignupCodeAgain",
    security(()),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "A code is on its way"), Looking, Changing))]
pub async fn send_again(
    State(house): State<House>,
    v: View,
    (mine, peer): (One<SignupId>, Peer),
) -> Result<StatusCode, Wrong> {
    if let Some(phone) = reads::mine(&house, &mine.station, mine.id, None).await?.phone {
        people::count_code(&house, &peer, &phone)?;
    }
    let done = acts::resend_code(&house, &mine.station, &v, mine.id).await;
    done.map_err(|not| wrong(&v, &mine.station, not))?;
    Ok(StatusCode::NO_CONTENT)
}
