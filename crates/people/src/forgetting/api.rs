//! The same for programs.
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use kernel::api::{Api, Body, Problem, Wrong};
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::{Peer, View};

use super::acts;
use crate::acts::{ask_code, count_guess};
use crate::fails::{Always, Limited, Reading, SignedIn};
use crate::forms;
use crate::holding::Holdings;
use crate::shapes::{CodeSent, Digits};
use crate::store::persons;
use crate::who::{MaybeResident, Resident};

pub fn api() -> Api {
    Api::new().routes(routes!(my_data)).routes(routes!(send_my_code)).routes(routes!(forget_me))
}

/// All that is known of the resident, slice by slice.
#[utoipa::path(get, path = "/me/data", tag = "people", operation_id = "myData",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 200, body = Object, description = "Everything that names them"),
        SignedIn, Always))]
async fn my_data(
    State(house): State<House>,
    Extension(holdings): Extension<Holdings>,
    me: Resident,
) -> Result<Json<serde_json::Value>, Wrong> {
    Ok(Json(acts::all_about(&house, &holdings, me.id).await?))
}

/// Sends a code to the resident's own number, as being forgotten asks for it.
#[utoipa::path(post, path = "/me/codes", tag = "people", operation_id = "sendMyCode",
    security(("bearer" = []), ("cookie" = [])),
    responses(
        (status = 201, body = CodeSent, description = "On its way"),
        SignedIn, Limited, Always))]
async fn send_my_code(
    State(house): State<House>,
    v: View,
    peer: Peer,
    me: Resident,
) -> Result<(StatusCode, Json<CodeSent>), Wrong> {
    let keys = house.clone();
    let phone = house.db.read(move |c| persons::phone_of(c, &keys, me.id)).await?.ok_or(Fault::NotFound)?;
    let code = ask_code(&house, &v, &peer, StationId(0), &phone).await.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(CodeSent::new(code, &phone))))
}

/// Forgets the resident everywhere, proved by the digits of a code to their own number.
///
/// What is still to come is given back. Who used a room when, how many came and what was changed stays known, without
/// anything that names them. It cannot be undone.
#[utoipa::path(post, path = "/me/erasure", tag = "people", operation_id = "forgetMe",
    security(("bearer" = []), ("cookie" = [])),
    request_body = Digits,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition of this request safe")),
    responses(
        (status = 204, description = "Forgotten"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The code is over"),
        SignedIn, Reading, Limited, Always))]
async fn forget_me(
    State(house): State<House>,
    Extension(holdings): Extension<Holdings>,
    (v, peer): (View, Peer),
    MaybeResident(me): MaybeResident,
    headers: HeaderMap,
    Body(proof): Body<Digits>,
) -> Result<StatusCode, Wrong> {
    let digits = forms::digits(&proof.digits).map_err(|p| Problem::fields(&v, &p))?;
    count_guess(&house, &peer)?;
    let once = Once::header(&headers).map(|key| Once::new(key, &proof.code.to_string(), &proof.code));
    acts::forget_me(&house, &holdings, me, (proof.code, digits), once).await.map_err(|not| Wrong::of(&v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
