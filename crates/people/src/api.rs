//! The same for programs: a code for a number, a session for its digits, and what is known of oneself. Paths are relative to
//! `/api/v1`. A session's token goes into `Authorization: Bearer …`.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, Body, Problem, Wrong};
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::session::{self, Kind, Token};
use kernel::view::{Peer, View};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::acts;
use crate::children;
use crate::factors;
use crate::fails::{Always, Limited, Reading, SignedIn};
use crate::forgetting;
use crate::forms;
use crate::holding::{Holding, Holdings};
use crate::ids::PersonId;
use crate::phone::Phone;
use crate::shapes::{CodeSent, Digits, Session};
use crate::store::persons;
use crate::who::Resident;

/// The calls, given what each slice holds about residents.
pub fn api(holdings: Vec<Holding>) -> Api {
    Api::new()
        .routes(routes!(send_code))
        .routes(routes!(open_session, close_sessions))
        .routes(routes!(close_session))
        .routes(routes!(me, change_me))
        .merge(factors::api())
        .merge(children::api())
        .merge(forgetting::api())
        .extension(Holdings::from(holdings))
}

/// The number that a code goes to.
#[derive(Deserialize, ToSchema)]
struct AskCode {
    /// A mobile number of mainland China; spaces, dashes and `+86` are fine.
    #[schema(example = "138 0000 5521", max_length = 40)]
    phone: String,
}

/// Sends six digits to a phone.
///
/// The answer is the same whether the number is known or not. Asked again within a minute it names the same code and
/// sends nothing.
#[utoipa::path(post, path = "/codes", tag = "people", operation_id = "sendCode", security(()),
    request_body = AskCode,
    responses(
        (status = 201, body = CodeSent, description = "On its way"),
        Reading, Limited, Always))]
async fn send_code(
    State(house): State<House>,
    v: View,
    peer: Peer,
    Body(ask): Body<AskCode>,
) -> Result<(StatusCode, Json<CodeSent>), Wrong> {
    let phone = forms::phone(&ask.phone).map_err(|p| Problem::fields(&v, &p))?;
    let sent = acts::ask_code(&house, &v, &peer, StationId(0), &phone).await;
    let code = sent.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(CodeSent::new(code, &phone))))
}

/// Signs a resident in with the digits of a code.
///
/// A code is good once, for ten minutes and five tries; the same `Idempotency-Key` may use it again.
#[utoipa::path(post, path = "/sessions", tag = "people", operation_id = "openSession", security(()),
    request_body = Digits,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition of this request safe")),
    responses(
        (status = 201, body = Session, description = "Signed in"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The code is over"),
        Reading, Limited, Always))]
async fn open_session(
    State(house): State<House>,
    v: View,
    peer: Peer,
    headers: HeaderMap,
    Body(ask): Body<Digits>,
) -> Result<(StatusCode, Json<Session>), Wrong> {
    let digits = forms::digits(&ask.digits).map_err(|p| Problem::fields(&v, &p))?;
    acts::count_guess(&house, &peer)?;
    let once = Once::header(&headers).map(str::to_owned);
    let signed_in = acts::sign_in_with(&house, ask.code, digits, once, None).await;
    let (person, token) = signed_in.map_err(|not| Wrong::of(&v, not))?;
    Ok(Session::opened(&house, Kind::Resident, person.0, &token))
}

/// Ends the session of this request. Ending one that is over is fine.
#[utoipa::path(delete, path = "/sessions/current", tag = "people", operation_id = "closeSession",
    security((), ("bearer" = []), ("cookie" = [])),
    responses(
        (status = 204, description = "Over"),
        Always))]
async fn close_session(State(house): State<House>, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    if let Some(token) = Token::of(&headers) {
        house.db.write(move |c| session::close(c, &token)).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Ends all sessions of whoever this request's session signs in, resident or staff.
#[utoipa::path(delete, path = "/sessions", tag = "people", operation_id = "closeSessions",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 204, description = "All over"),
        SignedIn, Always))]
async fn close_sessions(State(house): State<House>, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let token = Token::of(&headers).ok_or(Fault::SignInFirst)?;
    match acts::sign_out_everywhere(&house, token).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Fault::SignInFirst.into()),
    }
}

/// What the station knows of a resident: this, and what they have booked.
#[derive(Serialize, ToSchema)]
struct Myself {
    #[schema(value_type = String, format = "uuid")]
    id: PersonId,
    /// What they want to be called.
    name: Option<String>,
    /// Their number, masked.
    #[schema(example = "138****5521")]
    phone: Option<String>,
}

async fn myself(house: &House, id: PersonId) -> Result<Json<Myself>, Wrong> {
    let keys = house.clone();
    let read = house.db.snapshot(move |c| {
        let phone = persons::phone_of(c, &keys, id)?.as_ref().map(Phone::to_string);
        Ok::<_, Fault>(Myself { id, name: persons::name_of(c, &keys, id)?, phone })
    });
    Ok(Json(read.await?))
}

/// The signed-in resident.
#[utoipa::path(get, path = "/me", tag = "people", operation_id = "me",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 200, body = Myself, description = "The resident"),
        SignedIn, Always))]
async fn me(State(house): State<House>, me: Resident) -> Result<Json<Myself>, Wrong> {
    myself(&house, me.id).await
}

/// What can be changed of oneself.
#[derive(Deserialize, ToSchema)]
struct ChangeMe {
    /// What to be called; empty or null takes it back.
    #[schema(max_length = 30)]
    name: Option<String>,
}

/// Changes what the resident is called.
#[utoipa::path(patch, path = "/me", tag = "people", operation_id = "changeMe",
    security(("bearer" = []), ("cookie" = [])),
    request_body = ChangeMe,
    responses(
        (status = 200, body = Myself, description = "Changed"),
        SignedIn, Reading, Always))]
async fn change_me(
    State(house): State<House>,
    v: View,
    me: Resident,
    Body(change): Body<ChangeMe>,
) -> Result<Json<Myself>, Wrong> {
    let read = forms::name(change.name.as_deref().unwrap_or_default());
    let name = read.map_err(|p| Problem::fields(&v, &p))?;
    let keys = house.clone();
    house.db.write(move |c| persons::set_name(c, &keys, me.id, name.as_ref())).await?;
    myself(&house, me.id).await
}
