//! Who comes, one more by name, and the draw: for staff of the station.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{Answered, ListShape};
use super::wrong;
use crate::OccurrenceId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::signups::acts::{self, Actor};
use crate::signups::asked::NewSignupAtDesk;
use crate::signups::{SignupId, reads};

async fn shown(here: &Here, id: OccurrenceId) -> Result<Json<ListShape>, Wrong> {
    let list = reads::list(&here.house, &here.desk.station, id).await?;
    Ok(Json(ListShape::of(&here.v, &list)))
}

/// Everybody who is signed up for a time, by place.
#[utoipa::path(get, path = "/stations/{slug}/occurrences/{id}/signups", tag = "desk", operation_id = "signups",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The list", body = ListShape), Looking, AtDesk))]
pub async fn list(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<ListShape>, Wrong> {
    shown(&here, id).await
}

/// Signs up somebody who stands at the desk or has called: a name is enough.
#[utoipa::path(post, path = "/stations/{slug}/desk/occurrences/{id}/signups", tag = "desk", operation_id = "signUpSomebody",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSignupAtDesk,
    responses((status = 201, description = "The list", body = ListShape), Looking, AtDesk, Changing))]
pub async fn join(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    headers: HeaderMap,
    Body(new): Body<NewSignupAtDesk>,
) -> Result<(StatusCode, Json<ListShape>), Wrong> {
    let household = match new.card() {
        Some(card) => reads::household(&here.house, card).await?,
        None => None,
    };
    let new = new.checked(id, here.staff(), household).map_err(|p| Problem::fields(&here.v, &p))?;
    let request = (id, new.guest.key(&here.house), new.child, new.band, new.seats);
    let once = here.once(Once::header(&headers).unwrap_or_default(), &request);
    let done = acts::join(&here.house, &here.desk.station, &here.v, new, once).await;
    done.map_err(|not| wrong(&here.v, &here.desk.station, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// An answer that somebody gave at the desk or by telephone.
#[utoipa::path(post, path = "/stations/{slug}/desk/signups/{id}/answer", tag = "desk", operation_id = "answerForSomebodySignedUp",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Answered,
    responses((status = 200, description = "The list as it stands now", body = ListShape), Looking, AtDesk, Changing))]
pub async fn answer(
    here: Here,
    Values(Named { id }): Values<Named<SignupId>>,
    Body(said): Body<Answered>,
) -> Result<Json<ListShape>, Wrong> {
    let station = &here.desk.station;
    let of = reads::mine(&here.house, station, id, None).await?.known.occurrence.id;
    let by = (Actor::Staff(here.staff()), None);
    let done = acts::answer(&here.house, station, (id, said.answer), by).await;
    done.map_err(|not| wrong(&here.v, station, not))?;
    shown(&here, of).await
}

/// Draws the places once signing up has closed. Without this the program does it by itself a little later; twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/occurrences/{id}/draw", tag = "desk", operation_id = "drawPlaces",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The list as it stands now", body = ListShape), Looking, AtDesk, Changing))]
pub async fn draw(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<ListShape>, Wrong> {
    let done = acts::draw(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| wrong(&here.v, &here.desk.station, not))?;
    shown(&here, id).await
}
