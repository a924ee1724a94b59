//! What the desk plans and gives away.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use stations::{Here, HereAsManager, Named};
use utoipa::ToSchema;

use super::shapes::{FairShape, StallShape};
use crate::OccurrenceId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::fair::answers::{self, Whole};
use crate::fair::asked::{NewFairEntry, NewFairPlace, NewFairStall, NewFairTerms};
use crate::fair::{EntryId, StallId, acts};

async fn whole(here: &Here, id: OccurrenceId) -> Result<Whole, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let found = here.house.db.snapshot(move |c: &mut Conn| answers::fair(c, &station, Some(id), now)).await?;
    found.ok_or(Fault::NotFound)
}

async fn shown(here: &Here, id: OccurrenceId) -> Result<Json<FairShape>, Wrong> {
    Ok(Json(FairShape::of(&here.v, &here.desk.station, &whole(here, id).await?)))
}

/// Takes programme and plan of the fair before over. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/copies", tag = "fair", operation_id = "copyFair",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 201, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn copy(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<(StatusCode, Json<FairShape>), Wrong> {
    let done = acts::copy(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// Adds something to the programme. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/programme", tag = "fair", operation_id = "addFairEntry",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewFairEntry,
    responses((status = 201, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn add_entry(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    headers: HeaderMap,
    Body(new): Body<NewFairEntry>,
) -> Result<(StatusCode, Json<FairShape>), Wrong> {
    let found = whole(&here, id).await?;
    let on = (found.fair.day(&here.desk.station), &here.desk.station.zone);
    let entry = new.checked(EntryId(here.house.new_id()), on).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &new));
    acts::add_entry(&here.house, &here.desk.station, (id, entry), (here.staff(), once)).await?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfEntry {
    id: OccurrenceId,
    entry: EntryId,
}

/// Writes something of the programme anew; with `off` it is called off. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/fairs/{id}/programme/{entry}", tag = "fair", operation_id = "editFairEntry",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("entry" = String, Path, format = Uuid)),
    request_body = NewFairEntry,
    responses((status = 200, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn edit_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
    Body(new): Body<NewFairEntry>,
) -> Result<Json<FairShape>, Wrong> {
    let found = whole(&here, id).await?;
    let on = (found.fair.day(&here.desk.station), &here.desk.station.zone);
    let entry = new.checked(entry, on).map_err(|p| Problem::fields(&here.v, &p))?;
    acts::edit_entry(&here.house, &here.desk.station, (id, entry), here.staff()).await?;
    shown(&here, id).await
}

/// Takes something off the programme. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/fairs/{id}/programme/{entry}", tag = "fair", operation_id = "removeFairEntry",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("entry" = String, Path, format = Uuid)),
    responses((status = 200, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn remove_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
) -> Result<Json<FairShape>, Wrong> {
    acts::remove_entry(&here.house, &here.desk.station, (id, entry), here.staff()).await?;
    shown(&here, id).await
}

/// Says how stall places are given away. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/fairs/{id}/stall-terms", tag = "fair", operation_id = "setStallTerms",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewFairTerms,
    responses((status = 200, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn terms(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Body(new): Body<NewFairTerms>,
) -> Result<Json<FairShape>, Wrong> {
    let found = whole(&here, id).await?;
    let (rule, until) = new.checked(found.fair.occurrence.starts_at).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::set_terms(&here.house, &here.desk.station, (id, rule, until), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// Draws the order of all who wait, and gives the places away in it. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/stall-draw", tag = "fair", operation_id = "drawStalls",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn draw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Json<FairShape>, Wrong> {
    let done = acts::draw(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// Adds a place to the plan. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/places", tag = "fair", operation_id = "addFairPlace",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewFairPlace,
    responses((status = 201, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn add_place(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Body(new): Body<NewFairPlace>,
) -> Result<(StatusCode, Json<FairShape>), Wrong> {
    let place = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::add_place(&here.house, &here.desk.station, (id, place), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

#[derive(Debug, Clone, Deserialize)]
pub struct OfPlace {
    id: OccurrenceId,
    code: String,
}

/// Takes a place off the plan that nobody has. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/fairs/{id}/places/{code}", tag = "fair", operation_id = "removeFairPlace",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("code" = String, Path)),
    responses((status = 200, body = FairShape, description = "The fair"), Looking, AtDesk, Changing))]
pub async fn remove_place(
    HereAsManager(here): HereAsManager,
    Values(OfPlace { id, code }): Values<OfPlace>,
) -> Result<Json<FairShape>, Wrong> {
    let done = acts::remove_place(&here.house, &here.desk.station, (id, code), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// Applications in line, with whose they are.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FairStalls)]
pub struct Stalls {
    pub stalls: Vec<StallShape>,
}

async fn all(here: &Here, id: OccurrenceId) -> Result<Json<Stalls>, Wrong> {
    let (h, station) = (here.house.clone(), here.desk.station.clone());
    let seen = here.house.db.snapshot(move |c: &mut Conn| answers::all_seen(c, &h, &station, id)).await?;
    Ok(Json(Stalls { stalls: seen.iter().map(|s| StallShape::of(&here.desk.station, s)).collect() }))
}

/// Who wants a stall place, and who has one.
#[utoipa::path(get, path = "/stations/{slug}/fairs/{id}/stalls", tag = "fair", operation_id = "fairStalls",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = Stalls, description = "In line"), Looking, AtDesk))]
pub async fn stalls(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<Stalls>, Wrong> {
    whole(&here, id).await?;
    all(&here, id).await
}

/// Applies for somebody who stands at the desk; a number may be left out.
#[utoipa::path(post, path = "/stations/{slug}/desk/fairs/{id}/stalls", tag = "fair", operation_id = "applyForStallAtDesk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewFairStall,
    responses((status = 201, body = Stalls, description = "In line"), Looking, AtDesk, Changing))]
pub async fn apply(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    headers: HeaderMap,
    Body(new): Body<NewFairStall>,
) -> Result<(StatusCode, Json<Stalls>), Wrong> {
    let checked = new.checked(true).map_err(|p| Problem::fields(&here.v, &p))?;
    let hashed = here.house.keys.lookup("stall-once", &format!("{new:?}")).to_vec();
    let once = here.once(Once::header(&headers).unwrap_or_default(), &hashed);
    let done = acts::apply(&here.house, &here.desk.station, (id, checked), (Some(here.staff()), once)).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, all(&here, id).await?))
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfStall {
    id: OccurrenceId,
    stall: StallId,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FairStallPlace)]
pub struct ThePlace {
    /// Which place of the plan.
    #[schema(min_length = 1, max_length = 6, example = "A12")]
    code: String,
}

/// Gives a place to somebody who waits; they are told.
#[utoipa::path(put, path = "/stations/{slug}/fairs/{id}/stalls/{stall}/place", tag = "fair", operation_id = "giveStallPlace",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("stall" = String, Path, format = Uuid)),
    request_body = ThePlace,
    responses((status = 200, body = Stalls, description = "In line"), Looking, AtDesk, Changing))]
pub async fn give(
    here: Here,
    Values(OfStall { id, stall }): Values<OfStall>,
    Body(ThePlace { code }): Body<ThePlace>,
) -> Result<Json<Stalls>, Wrong> {
    let done = acts::give(&here.house, &here.desk.station, (stall, code), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    all(&here, id).await
}

/// Calls a stall off; its place goes to whoever is next and fits.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/stalls/{stall}/cancellation", tag = "fair", operation_id = "callOffStall",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("stall" = String, Path, format = Uuid)),
    responses((status = 200, body = Stalls, description = "In line"), Looking, AtDesk, Changing))]
pub async fn withdraw(here: Here, Values(OfStall { id, stall }): Values<OfStall>) -> Result<Json<Stalls>, Wrong> {
    acts::withdraw(&here.house, &here.desk.station, (stall, Some(here.staff()))).await?;
    all(&here, id).await
}
