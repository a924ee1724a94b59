//! The desk's season rounds for programs.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::event::By;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::routes;

use super::shapes::DeskRound;
use super::steps::OneOf;
use crate::RoundId;
use crate::desk::here::{Here, Manager, Named};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::seasons::acts::{self, Applying};
use crate::seasons::api::refused;
use crate::seasons::asked::{NewChangeShape, NewOfficeApplication, NewRoundShape, WhyOff};
use crate::seasons::reads;
use crate::seasons::rules::NoSeason;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(open))
        .routes(routes!(round))
        .routes(routes!(apply))
        .routes(routes!(withdraw))
        .routes(routes!(allocate))
        .routes(routes!(change))
        .routes(routes!(confirm))
        .routes(routes!(try_again))
        .routes(routes!(call_off))
}

async fn shown(here: &Here, id: RoundId) -> Result<Json<DeskRound>, Wrong> {
    let look = reads::look(&here.house, &here.desk.station, id).await?;
    Ok(Json(DeskRound::of(&here.desk.station, &look)))
}

async fn after<T>(here: &Here, id: RoundId, done: Result<T, Not<NoSeason>>) -> Result<Json<DeskRound>, Wrong> {
    match done {
        Ok(_) => shown(here, id).await,
        Err(not) => Err(refused(&here.v, &here.desk.station, not)),
    }
}

/// Opens a round. Its terms and the hash of its lottery's seed are public from then on and never change. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons", tag = "desk", operation_id = "openSeasonRound",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewRoundShape,
    responses((status = 201, body = DeskRound, description = "Open for applications"), Reading, SignedIn, Changing))]
pub async fn open(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(shape): Body<NewRoundShape>,
) -> Result<(StatusCode, Json<DeskRound>), Wrong> {
    let new = shape.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &shape);
    let done = acts::open(&here.house, &here.desk.station, new, here.staff(), once).await;
    let id = done.map_err(|not| refused(&here.v, &here.desk.station, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// A round with what is filed already and how booking the awards went.
#[utoipa::path(get, path = "/stations/{slug}/desk/seasons/{id}", tag = "desk", operation_id = "deskSeasonRound",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskRound, description = "The round"), Reading, SignedIn))]
pub async fn round(here: Here, At(Named { id }): At<Named<RoundId>>) -> Result<Json<DeskRound>, Wrong> {
    shown(&here, id).await
}

/// Applies for an office, or asks for something else than before.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/applications", tag = "desk", operation_id = "applyForOffice",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewOfficeApplication,
    responses((status = 200, body = DeskRound, description = "Handed in"), Reading, SignedIn, Changing))]
pub async fn apply(
    here: Here,
    At(Named { id }): At<Named<RoundId>>,
    headers: HeaderMap,
    Body(new): Body<NewOfficeApplication>,
) -> Result<Json<DeskRound>, Wrong> {
    let asked = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &new));
    let applying = Applying::Office { staff: here.staff(), owner: new.owner };
    let done = acts::apply(&here.house, &here.desk.station, (id, applying, asked), once).await;
    after(&here, id, done).await
}

/// Withdraws an office's application. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/applications/{application}/withdrawal", tag = "desk",
    operation_id = "withdrawOffice", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("application" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskRound, description = "It counts no more"), Reading, SignedIn, Changing))]
pub async fn withdraw(here: Here, At(of): At<OneOf>) -> Result<Json<DeskRound>, Wrong> {
    let what = (of.id, Some(of.application));
    let done = acts::withdraw(&here.house, &here.desk.station, what, here.actor()).await;
    after(&here, of.id, done).await
}

/// Applies the rule to what is locked, and reveals the seed. Doing it again changes nothing. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/allocation", tag = "desk", operation_id = "allocateSeason",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskRound, description = "The result"), Reading, SignedIn, Changing))]
pub async fn allocate(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Json<DeskRound>, Wrong> {
    let done = acts::allocate(&here.house, &here.desk.station, id, here.staff()).await;
    after(&here, id, done).await
}

/// Gives or takes a slot, with a reason that is published. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/changes", tag = "desk", operation_id = "changeSeason",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewChangeShape,
    responses((status = 200, body = DeskRound, description = "Changed"), Reading, SignedIn, Changing))]
pub async fn change(
    Manager(here): Manager,
    At(Named { id }): At<Named<RoundId>>,
    headers: HeaderMap,
    Body(shape): Body<NewChangeShape>,
) -> Result<Json<DeskRound>, Wrong> {
    let new = shape.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &shape));
    let done = acts::change(&here.house, &here.desk.station, (id, new), here.staff(), once).await;
    after(&here, id, done).await
}

/// Makes the result final: leaders are told, each award becomes a series. Doing it twice is fine. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/confirmation", tag = "desk", operation_id = "confirmSeason",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskRound, description = "Final"), Reading, SignedIn, Changing))]
pub async fn confirm(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Json<DeskRound>, Wrong> {
    let done = acts::confirm(&here.house, &here.desk.station, id, here.staff()).await;
    after(&here, id, done).await
}

/// Tries again to book awards that could not become a series. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/awards", tag = "desk", operation_id = "bookSeasonAgain",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = DeskRound, description = "Tried again"), Reading, SignedIn, Changing))]
pub async fn try_again(Manager(here): Manager, At(Named { id }): At<Named<RoundId>>) -> Result<Json<DeskRound>, Wrong> {
    let done = acts::try_again(&here.house, &here.desk.station, id, By::Staff(here.staff().0)).await;
    after(&here, id, done).await
}

/// Calls a round off, with a public reason, before it has a result. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/seasons/{id}/cancellation", tag = "desk", operation_id = "callSeasonOff",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = WhyOff,
    responses((status = 200, body = DeskRound, description = "Called off"), Reading, SignedIn, Changing))]
pub async fn call_off(
    Manager(here): Manager,
    At(Named { id }): At<Named<RoundId>>,
    Body(why): Body<WhyOff>,
) -> Result<Json<DeskRound>, Wrong> {
    let reason = why.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
    after(&here, id, done).await
}
