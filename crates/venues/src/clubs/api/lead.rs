//! What the leader of a club does, and staff in the leader's place.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::types::Id;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shapes::{MemberShape, NoticeShape, refused};
use crate::clubs::acts;
use crate::clubs::asked::{ClubText, LONGEST_NOTICE, LONGEST_REASON, one_line};
use crate::clubs::rules::NoClub;
use crate::clubs::steps::{Led, OfMember};
use crate::public::api::failures::{Changing, Reading, SignedIn};

/// Who is in and who asks, by the name to call. Only the leader and staff.
#[utoipa::path(get, path = "/stations/{slug}/clubs/{id}/members", tag = "venues", operation_id = "clubMembers",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "In the order in which they asked", body = Vec<MemberShape>), Reading, SignedIn))]
pub async fn members(led: Led) -> Result<Json<Vec<MemberShape>>, Wrong> {
    let led = led.club.read().await?;
    Ok(Json(led.members.iter().map(|m| MemberShape::of(&led.seen.club, m)).collect()))
}

fn done(led: &Led, done: Result<(), Not<NoClub>>) -> Result<StatusCode, Wrong> {
    done.map(|()| StatusCode::NO_CONTENT).map_err(|not| refused(&led.v, &led.club.station, not))
}

/// Lets somebody in who asks. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/members/{member}/admission", tag = "venues",
    operation_id = "admitToClub", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("member" = String, Path, format = Uuid)),
    responses((status = 204, description = "In"), Reading, SignedIn, Changing))]
pub async fn admit(led: Led, Values(OfMember { member }): Values<OfMember>) -> Result<StatusCode, Wrong> {
    let l = &led.club;
    done(&led, acts::admit(&l.house, &l.station, (l.id, member, l.actor)).await)
}

/// Declines somebody who asks, or takes a member out. They are told. Doing it twice is fine.
#[utoipa::path(delete, path = "/stations/{slug}/clubs/{id}/members/{member}", tag = "venues",
    operation_id = "removeFromClub", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("member" = String, Path, format = Uuid)),
    responses((status = 204, description = "Out"), Reading, SignedIn, Changing))]
pub async fn remove(led: Led, Values(OfMember { member }): Values<OfMember>) -> Result<StatusCode, Wrong> {
    let l = &led.club;
    done(&led, acts::remove(&l.house, &l.station, (l.id, member, l.actor)).await)
}

/// Whom to ask to lead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    #[schema(value_type = String, format = Uuid)]
    pub member: Id,
}

/// Asks a member to lead; they accept with `POST …/leadership`. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/successor", tag = "venues", operation_id = "askToLeadClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Successor,
    responses((status = 204, description = "Asked"), Reading, SignedIn, Changing))]
pub async fn ask_to_lead(led: Led, Body(to): Body<Successor>) -> Result<StatusCode, Wrong> {
    let l = &led.club;
    done(&led, acts::ask_to_lead(&l.house, &l.station, (l.id, to.member, l.actor)).await)
}

/// Takes it back, or, for whoever is asked, says no. Doing it twice is fine.
#[utoipa::path(delete, path = "/stations/{slug}/clubs/{id}/successor", tag = "venues", operation_id = "askNoMoreToLeadClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Nobody is asked"), Reading, SignedIn, Changing))]
pub async fn take_back(led: Led) -> Result<StatusCode, Wrong> {
    let l = &led.club;
    done(&led, acts::take_back(&l.house, &l.station, (l.id, l.actor)).await)
}

/// What the members were told in the last month. Only the leader and staff; members read it with the club.
#[utoipa::path(get, path = "/stations/{slug}/clubs/{id}/notices", tag = "venues", operation_id = "clubNotices",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The newest first", body = Vec<NoticeShape>), Reading, SignedIn))]
pub async fn notices(led: Led) -> Result<Json<Vec<NoticeShape>>, Wrong> {
    let led = led.club.read().await?;
    Ok(Json(led.notices.iter().map(NoticeShape::of).collect()))
}

/// A word to all members: plain text without numbers of phones.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClubNotice {
    #[schema(min_length = 1, max_length = 120, example = "周六改在二楼，请带毛毡。")]
    pub words: String,
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubNoticeKept)]
pub struct NoticeKept {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
}

/// Tells all members something: at most three times in seven days; from 22:00 on it waits until 7:00.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/notices", tag = "venues", operation_id = "tellClub",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewClubNotice,
    responses((status = 201, description = "On its way", body = NoticeKept), Reading, SignedIn, Changing))]
pub async fn tell(
    led: Led,
    headers: HeaderMap,
    Body(new): Body<NewClubNotice>,
) -> Result<(StatusCode, Json<NoticeKept>), Wrong> {
    let words = one_line("words", &new.words, LONGEST_NOTICE).map_err(|p| Problem::fields(&led.v, &p))?;
    let l = &led.club;
    let once = l.once(Once::header(&headers).unwrap_or_default(), &words);
    let told = acts::notice(&l.house, &l.station, (l.id, l.actor, words), once).await;
    let id = told.map_err(|not| refused(&led.v, &l.station, not))?;
    Ok((StatusCode::CREATED, Json(NoticeKept { id })))
}

/// Says what the club is. Doing it twice is fine.
#[utoipa::path(put, path = "/stations/{slug}/clubs/{id}/text", tag = "venues", operation_id = "setClubText",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = ClubText,
    responses((status = 204, description = "Kept"), Reading, SignedIn, Changing))]
pub async fn set_text(led: Led, Body(new): Body<ClubText>) -> Result<StatusCode, Wrong> {
    let text = new.checked().map_err(|p| Problem::fields(&led.v, &p))?;
    let l = &led.club;
    done(&led, acts::set_text(&l.house, &l.station, (l.id, l.actor), text).await)
}

/// Why a club ends; staff say it, a leader may.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ClubClosure {
    #[schema(max_length = 60)]
    pub reason: Option<String>,
}

/// Closes the club: its meetings to come go back, its members are told and forgotten. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/closure", tag = "venues", operation_id = "closeClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = ClubClosure,
    responses((status = 204, description = "Closed"), Reading, SignedIn, Changing))]
pub async fn close(led: Led, Body(why): Body<ClubClosure>) -> Result<StatusCode, Wrong> {
    let l = &led.club;
    let typed = why.reason.unwrap_or_default();
    let reason = match typed.trim().is_empty() && !l.is_staff() {
        true => String::new(),
        false => one_line("reason", &typed, LONGEST_REASON).map_err(|p| Problem::fields(&led.v, &p))?,
    };
    done(&led, acts::close(&l.house, &l.station, (l.id, l.actor, reason)).await)
}
