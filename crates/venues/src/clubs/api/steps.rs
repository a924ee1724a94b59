//! What somebody does with a club.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::types::Id;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;
use people::Resident;
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::ToSchema;

use super::look::shape;
use super::shapes::{ClubShape, refused};
use crate::clubs::acts;
use crate::clubs::asked::{LONGEST_REASON, NewMember, keyed, one_line};
use crate::clubs::rules::NoClub;
use crate::desk::here::Named;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::who::Caller;
use crate::rules::State as Stands;
use crate::{ClubId, ReservationId};

/// Asks to be in, for yourself or for a child of yours. In a club that opens for everybody you are in at once.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/members", tag = "venues", operation_id = "joinClub",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewMember,
    responses((status = 200, description = "You ask, or are in", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn join(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<ClubId>>,
    headers: HeaderMap,
    Body(new): Body<NewMember>,
) -> Result<Json<ClubShape>, Wrong> {
    let coming = new.checked(who.id).map_err(|p| Problem::fields(&v, &p))?;
    let request = (id, keyed(&house, &new));
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &request));
    let done = acts::join(&house, &at.station, (id, coming), once).await;
    after(&house, &v, &at, (id, who), done).await
}

/// Which entry of yours is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ClubDeparture {
    /// Yourself or one child; without it, all of yours.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub entry: Option<Id>,
}

/// Leaves, or asks no more. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/departure", tag = "venues", operation_id = "leaveClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = ClubDeparture,
    responses((status = 200, description = "You are out", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn leave(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<ClubId>>,
    Body(leaving): Body<ClubDeparture>,
) -> Result<Json<ClubShape>, Wrong> {
    let done = acts::leave(&house, &at.station, (id, leaving.entry), who.id).await;
    after(&house, &v, &at, (id, who), done).await
}

/// Takes a club over that you were asked to lead. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/leadership", tag = "venues", operation_id = "leadClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "You lead it", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn lead(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<ClubId>>,
) -> Result<Json<ClubShape>, Wrong> {
    let done = acts::lead(&house, &at.station, id, who.id).await;
    after(&house, &v, &at, (id, who), done).await
}

/// What the leader says to the club's words being hidden.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClubAppeal {
    #[schema(min_length = 1, max_length = 60, example = "改好了，请再看看")]
    pub words: String,
}

/// Answers to the club's words being hidden. Only its leader; the last word counts.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/appeal", tag = "venues", operation_id = "appealClubHiding",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = ClubAppeal,
    responses((status = 200, description = "Staff read it", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn appeal(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<ClubId>>,
    Body(said): Body<ClubAppeal>,
) -> Result<Json<ClubShape>, Wrong> {
    let words = one_line("words", &said.words, LONGEST_REASON).map_err(|p| Problem::fields(&v, &p))?;
    let done = acts::appeal(&house, &at.station, (id, who.id, words)).await;
    after(&house, &v, &at, (id, who), done).await
}

async fn after<T>(
    house: &House,
    v: &View,
    at: &At,
    (id, who): (ClubId, Resident),
    done: Result<T, Not<NoClub>>,
) -> Result<Json<ClubShape>, Wrong> {
    done.map_err(|not| refused(v, &at.station, not))?;
    Ok(Json(shape(house, v, at, (id, Some(who.id))).await?))
}

/// How a meeting's reservation stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubArrival)]
pub struct ArrivalShape {
    state: Stands,
}

/// A meeting in a path.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Meeting {
    id: ClubId,
    reservation: ReservationId,
}

/// "We are here", by any member or by staff, from a quarter of an hour before a meeting on.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/meetings/{reservation}/check-in", tag = "venues",
    operation_id = "checkInClub", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("reservation" = String, Path, format = Uuid)),
    responses((status = 200, description = "Checked in", body = ArrivalShape), Reading, SignedIn, Changing))]
pub async fn arrive(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Values(Meeting { id, reservation }): Values<Meeting>,
) -> Result<Json<ArrivalShape>, Wrong> {
    let actor = caller.actor(&house, &at.station).await?;
    let done = acts::arrive(&house, &at.station, (id, reservation), actor).await;
    Ok(Json(ArrivalShape { state: done.map_err(|not| refused(&v, &at.station, not))? }))
}
