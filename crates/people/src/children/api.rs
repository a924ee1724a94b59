//! The same for programs.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts;
use super::forms;
use super::rules::Band;
use super::store::Child;
use crate::consents::{self, Consent, Kind};
use crate::fails::{Always, Reading, SignedIn};
use crate::ids::ChildId;
use crate::who::Resident;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(my_children, remember_child))
        .routes(routes!(forget_child))
        .routes(routes!(my_consents))
        .routes(routes!(withdraw_children))
}

#[derive(Serialize, ToSchema)]
#[schema(as = RememberedChild)]
struct ChildBody {
    #[schema(value_type = String, format = "uuid")]
    id: ChildId,
    nickname: String,
    band: Band,
    /// When the station forgets the child by itself, because the band is surely no longer right.
    #[schema(value_type = String, format = "date-time")]
    forget_at: jiff::Timestamp,
}

impl ChildBody {
    fn of(child: Child) -> ChildBody {
        ChildBody { id: child.id, nickname: child.nickname, band: child.band, forget_at: child.forget_at }
    }
}

/// The children whom the station remembers for the resident.
#[utoipa::path(get, path = "/me/children", tag = "people", operation_id = "myChildren",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = [ChildBody], description = "At most eight"), SignedIn, Always))]
async fn my_children(State(house): State<House>, me: Resident) -> Result<Json<Vec<ChildBody>>, Wrong> {
    let keys = house.clone();
    let children = house.db.snapshot(move |c| acts::children_of(c, &keys, me.id)).await?;
    Ok(Json(children.into_iter().map(ChildBody::of).collect()))
}

/// A child to remember: a nickname and an age band, nothing else.
#[derive(Deserialize, Serialize, ToSchema)]
#[schema(as = ChildToRemember)]
struct NewChild {
    #[schema(min_length = 1, max_length = 30, example = "豆豆")]
    nickname: String,
    #[schema(value_type = Band)]
    band: String,
    /// That the guardian agrees to the text in force, read on the page; needed with the first child.
    #[serde(default)]
    agrees: bool,
}

#[derive(Serialize, ToSchema)]
struct Remembered {
    #[schema(value_type = String, format = "uuid")]
    id: ChildId,
}

/// Remembers a child of the resident.
#[utoipa::path(post, path = "/me/children", tag = "people", operation_id = "rememberChild",
    security(("bearer" = []), ("cookie" = [])),
    request_body = NewChild,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition of this request safe")),
    responses(
        (status = 201, body = Remembered, description = "Its id"),
        (status = 409, body = Problem, content_type = "application/problem+json",
            description = "The guardian has not agreed, or there are eight already"),
        SignedIn, Reading, Always))]
async fn remember_child(
    State(house): State<House>,
    v: View,
    me: Resident,
    headers: HeaderMap,
    Body(new): Body<NewChild>,
) -> Result<(StatusCode, Json<Remembered>), Wrong> {
    let child = forms::child(&new.nickname, &new.band).map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &me.id.to_string(), &new));
    let id = acts::remember(&house, me.id, child, new.agrees, once).await.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, Json(Remembered { id })))
}

/// Forgets one of the resident's children. One that is not there is fine.
#[utoipa::path(delete, path = "/me/children/{child}", tag = "people", operation_id = "forgetChild",
    security(("bearer" = []), ("cookie" = [])),
    params(("child" = String, Path, description = "Its id", format = "uuid")),
    responses(
        (status = 204, description = "Forgotten"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "That is no id"),
        SignedIn, Always))]
async fn forget_child(State(house): State<House>, me: Resident, At(child): At<ChildId>) -> Result<StatusCode, Wrong> {
    acts::forget_one(&house, me.id, child).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize, ToSchema)]
#[schema(as = Consent)]
struct ConsentBody {
    kind: Kind,
    /// Which text they agreed to.
    text_version: String,
    #[schema(value_type = String, format = "date-time")]
    given_at: jiff::Timestamp,
    /// Whether a clerk wrote it down for them.
    at_the_desk: bool,
    #[schema(value_type = Option<String>, format = "date-time")]
    withdrawn_at: Option<jiff::Timestamp>,
}

impl ConsentBody {
    fn of(c: Consent) -> ConsentBody {
        let Consent { kind, text_version, given_at, by_staff, withdrawn_at } = c;
        ConsentBody { kind, text_version, given_at, at_the_desk: by_staff.is_some(), withdrawn_at }
    }
}

/// What the resident has agreed to, the oldest first.
#[utoipa::path(get, path = "/me/consents", tag = "people", operation_id = "myConsents",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = [ConsentBody], description = "Also what was taken back"), SignedIn, Always))]
async fn my_consents(State(house): State<House>, me: Resident) -> Result<Json<Vec<ConsentBody>>, Wrong> {
    let all = house.db.read(move |c| consents::all_of(c, me.id)).await?;
    Ok(Json(all.into_iter().map(ConsentBody::of).collect()))
}

/// Takes back the consent to children being remembered: all of them are forgotten.
#[utoipa::path(delete, path = "/me/consents/children", tag = "people", operation_id = "withdrawChildren",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 204, description = "Withdrawn, and forgotten what rested on it"), SignedIn, Always))]
async fn withdraw_children(State(house): State<House>, me: Resident) -> Result<StatusCode, Wrong> {
    match acts::withdraw(&house, me.id).await {
        // Forgotten between two requests: nobody is signed in any more.
        Err(Fault::NotFound) => Err(Fault::SignInFirst.into()),
        done => Ok(done.map(|()| StatusCode::NO_CONTENT)?),
    }
}
