//! What somebody does with a club.
use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::types::Id;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::look::shape;
use super::shapes::{ClubShape, refused};
use crate::clubs::acts;
use crate::clubs::asked::{LONGEST_REASON, NewMember, one_line};
use crate::clubs::rules::NoClub;
use crate::clubs::steps::{Asker, Led, OfMeeting};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::rules::State as Stands;

/// Asks to be in, for yourself or for a child of yours. In a club that opens for everybody you are in at once.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/members", tag = "venues", operation_id = "joinClub",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewMember,
    responses((status = 200, description = "You ask, or are in", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn join(asker: Asker, headers: HeaderMap, Body(new): Body<NewMember>) -> Result<Json<ClubShape>, Wrong> {
    let coming = new.checked(asker.person).map_err(|p| Problem::fields(&asker.v, &p))?;
    let once = asker.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::join(&asker.house, &asker.station, (asker.id, coming), once).await;
    after(&asker, done).await
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
pub async fn leave(asker: Asker, Body(leaving): Body<ClubDeparture>) -> Result<Json<ClubShape>, Wrong> {
    let done = acts::leave(&asker.house, &asker.station, (asker.id, leaving.entry), asker.person).await;
    after(&asker, done).await
}

/// Takes a club over that you were asked to lead. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/leadership", tag = "venues", operation_id = "leadClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "You lead it", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn lead(asker: Asker) -> Result<Json<ClubShape>, Wrong> {
    let done = acts::lead(&asker.house, &asker.station, asker.id, asker.person).await;
    after(&asker, done).await
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
pub async fn appeal(asker: Asker, Body(said): Body<ClubAppeal>) -> Result<Json<ClubShape>, Wrong> {
    let words = one_line("words", &said.words, LONGEST_REASON).map_err(|p| Problem::fields(&asker.v, &p))?;
    let done = acts::appeal(&asker.house, &asker.station, (asker.id, asker.person, words)).await;
    after(&asker, done).await
}

async fn after<T>(asker: &Asker, done: Result<T, Not<NoClub>>) -> Result<Json<ClubShape>, Wrong> {
    done.map_err(|not| refused(&asker.v, &asker.station, not))?;
    Ok(Json(shape(&asker.house, &asker.v, &asker.station, (asker.id, Some(asker.person))).await?))
}

/// How a meeting's reservation stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubArrival)]
pub struct ArrivalShape {
    state: Stands,
}

/// "We are here", by any member or by staff, from a quarter of an hour before a meeting on.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/meetings/{reservation}/check-in", tag = "venues",
    operation_id = "checkInClub", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("reservation" = String, Path, format = Uuid)),
    responses((status = 200, description = "Checked in", body = ArrivalShape), Reading, SignedIn, Changing))]
pub async fn arrive(
    led: Led,
    Values(OfMeeting { reservation }): Values<OfMeeting>,
) -> Result<Json<ArrivalShape>, Wrong> {
    let l = &led.club;
    let done = acts::arrive(&l.house, &l.station, (l.id, reservation), l.actor).await;
    Ok(Json(ArrivalShape { state: done.map_err(|not| refused(&led.v, &l.station, not))? }))
}
