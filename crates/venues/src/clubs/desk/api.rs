//! The desk's side of clubs for programs.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::routes;
use people::Phone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::read::{self, DeskClub};
use crate::ClubId;
use crate::clubs::acts::{self, Founder, Text};
use crate::clubs::answers::Listed;
use crate::clubs::api::{MemberShape, refused};
use crate::clubs::asked::{ClubText, LONGEST_REASON, keyed, one_line};
use crate::clubs::store::Hiding;
use crate::desk::here::{Here, Named};
use crate::public::api::failures::{Changing, Reading, SignedIn};

pub fn api() -> Api {
    Api::new()
        .routes(routes!(clubs, found))
        .routes(routes!(club))
        .routes(routes!(ask_to_hide, show_again))
        .routes(routes!(agree))
}

/// A club that the desk opens for somebody.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeskClub {
    pub text: ClubText,
    /// Whom to ask to lead it.
    #[schema(example = "13800005521")]
    pub phone: String,
}

impl NewDeskClub {
    pub fn checked(&self) -> Result<(Text, Phone), Problems> {
        let text = self.text.checked();
        let mut problems = text.as_ref().err().cloned().unwrap_or_default();
        let phone = self.phone.parse::<Phone>().map_err(|p| problems.add("phone", p.key())).ok();
        problems.or_else_all(text.ok().zip(phone))
    }
}

/// Words of a club that are hidden, or that somebody proposes to hide.
#[derive(Debug, Serialize, ToSchema)]
struct ClubHiding {
    reason: String,
    /// Whether a second one has agreed: only then anything is hidden.
    agreed: bool,
    /// What the leader says to it.
    appeal: String,
}

impl ClubHiding {
    fn of(h: Hiding) -> ClubHiding {
        ClubHiding { agreed: h.is_agreed(), reason: h.reason, appeal: h.appeal }
    }
}

/// A club in the desk's list.
#[derive(Debug, Serialize, ToSchema)]
struct DeskClubEntry {
    #[schema(value_type = String, format = Uuid)]
    id: ClubId,
    name: String,
    members: usize,
    asking: usize,
    /// It waits for a leader.
    leaderless: bool,
    hiding: Option<ClubHiding>,
}

impl DeskClubEntry {
    fn of(l: Listed) -> DeskClubEntry {
        let hiding = l.hiding.map(ClubHiding::of);
        let (members, asking, leaderless) = (l.members, l.asking, l.club.leader.is_none());
        DeskClubEntry { id: l.club.id, name: l.club.name, members, asking, leaderless, hiding }
    }
}

/// The clubs of the station, those first that wait for the desk.
#[utoipa::path(get, path = "/stations/{slug}/desk/clubs", tag = "desk", operation_id = "deskClubs",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<DeskClubEntry>, description = "Clubs that are not closed"), Reading, SignedIn))]
async fn clubs(here: Here) -> Result<Json<Vec<DeskClubEntry>>, Wrong> {
    let all = read::clubs(&here).await?;
    Ok(Json(all.into_iter().map(DeskClubEntry::of).collect()))
}

/// Opens a club for somebody, who is asked by message to lead it.
#[utoipa::path(post, path = "/stations/{slug}/desk/clubs", tag = "desk", operation_id = "openClubForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDeskClub,
    responses((status = 201, body = DeskClubShape, description = "It waits for its leader"), Reading, SignedIn, Changing))]
async fn found(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewDeskClub>,
) -> Result<(StatusCode, Json<DeskClubShape>), Wrong> {
    let (text, phone) = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &keyed(&here.house, &new));
    let founder = Founder::Desk { staff: here.staff(), phone };
    let done = acts::found(&here.house, &here.desk.station, (text, founder), once).await;
    let id = done.map_err(|not| refused(&here.v, &here.desk.station, not))?;
    Ok((StatusCode::CREATED, Json(shape(&here, id).await?)))
}

/// A club with its members' numbers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskClub)]
struct DeskClubShape {
    #[schema(value_type = String, format = Uuid)]
    id: ClubId,
    name: String,
    about: String,
    closed: bool,
    members: Vec<DeskMember>,
    hiding: Option<ClubHiding>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskClubMember)]
struct DeskMember {
    #[serde(flatten)]
    member: MemberShape,
    /// The number, masked; a guardian's for a child.
    #[schema(example = "138****5521")]
    phone: Option<String>,
}

impl DeskClubShape {
    fn of(club: DeskClub) -> DeskClubShape {
        let DeskClub { seen, members } = club;
        let member = |m: &read::Member| DeskMember {
            member: MemberShape::of(&seen.club, &m.named),
            phone: m.phone.as_ref().map(ToString::to_string),
        };
        let members = members.iter().map(member).collect();
        let hiding = seen.hiding.map(ClubHiding::of);
        let club = seen.club;
        DeskClubShape {
            id: club.id,
            name: club.name,
            about: club.about,
            closed: club.closed_at.is_some(),
            members,
            hiding,
        }
    }
}

async fn shape(here: &Here, id: ClubId) -> Result<DeskClubShape, Wrong> {
    Ok(DeskClubShape::of(read::club(here, id).await?))
}

/// One club with its members' numbers.
#[utoipa::path(get, path = "/stations/{slug}/desk/clubs/{id}", tag = "desk", operation_id = "deskClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskClubShape, description = "The club"), Reading, SignedIn))]
async fn club(here: Here, At(Named { id }): At<Named<ClubId>>) -> Result<Json<DeskClubShape>, Wrong> {
    Ok(Json(shape(&here, id).await?))
}

/// Why a club's words should be hidden; its leader reads it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HidingReason {
    #[schema(min_length = 1, max_length = 60, example = "像是广告")]
    reason: String,
}

/// Proposes to hide what a club says of itself. Nothing is hidden until somebody else agrees. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/desk/clubs/{id}/hiding", tag = "desk", operation_id = "askToHideClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = HidingReason,
    responses((status = 200, body = DeskClubShape, description = "Proposed"), Reading, SignedIn, Changing))]
async fn ask_to_hide(
    here: Here,
    At(Named { id }): At<Named<ClubId>>,
    Body(why): Body<HidingReason>,
) -> Result<Json<DeskClubShape>, Wrong> {
    let reason = one_line("reason", &why.reason, LONGEST_REASON).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::ask_to_hide(&here.house, &here.desk.station, (id, here.staff(), reason)).await;
    done.map_err(|not| refused(&here.v, &here.desk.station, not))?;
    Ok(Json(shape(&here, id).await?))
}

/// A second member of staff agrees: the words are hidden, and the leader is told why. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/desk/clubs/{id}/hiding/agreement", tag = "desk", operation_id = "agreeToHideClub",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskClubShape, description = "Hidden"), Reading, SignedIn, Changing))]
async fn agree(here: Here, At(Named { id }): At<Named<ClubId>>) -> Result<Json<DeskClubShape>, Wrong> {
    let done = acts::agree(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| refused(&here.v, &here.desk.station, not))?;
    Ok(Json(shape(&here, id).await?))
}

/// Shows the words again, or takes the proposal back. Doing it twice is fine.
#[utoipa::path(delete, path = "/stations/{slug}/desk/clubs/{id}/hiding", tag = "desk", operation_id = "showClubAgain",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskClubShape, description = "Shown"), Reading, SignedIn, Changing))]
async fn show_again(here: Here, At(Named { id }): At<Named<ClubId>>) -> Result<Json<DeskClubShape>, Wrong> {
    let done = acts::show_again(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| refused(&here.v, &here.desk.station, not))?;
    Ok(Json(shape(&here, id).await?))
}
