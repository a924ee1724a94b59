//! Reception days and what was said there, for staff.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::{DayShape, FullItem, ItemShape};
use crate::deputies::acts::{self, Who};
use crate::deputies::answers::{self, Item};
use crate::deputies::asked::{AtDesk, NewCallingOff, NewDeskReception, NewReceptionDay, NewReceptionStep};
use crate::deputies::rules::Refusal;
use crate::deputies::{DayId, VisitId, keyed};
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Named};

fn wrong(here: &Here, not: Not<Refusal>) -> Wrong {
    super::wrong(&here.v, &here.desk.station, not)
}

/// Announces a day, at least three days ahead; slots follow from the hours.
#[utoipa::path(post, path = "/stations/{slug}/desk/reception-days", tag = "deputies", operation_id = "announceReceptionDay",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewReceptionDay,
    responses((status = 201, body = DayShape, description = "Announced"), Reading, Changing))]
pub async fn announce(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewReceptionDay>,
) -> Result<(StatusCode, Json<DayShape>), Wrong> {
    let day = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::announce(&here.house, &here.desk.station, day, (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    let (station, now) = (here.desk.station.clone(), here.now());
    let day = here.house.db.snapshot(move |c: &mut Conn| answers::day(c, &station, id, now)).await?;
    Ok((StatusCode::CREATED, Json(DayShape::of(&here.desk.station, &day))))
}

/// How many had a slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReceptionDayCalledOff)]
pub struct CalledOff {
    slots: usize,
}

/// Calls a day off: whoever has a slot is told why.
#[utoipa::path(post, path = "/stations/{slug}/desk/reception-days/{id}/calling-off", tag = "deputies",
    operation_id = "callReceptionDayOff", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)), request_body = NewCallingOff,
    responses((status = 200, body = CalledOff, description = "Called off"), Reading, Changing))]
pub async fn call_off(
    here: Here,
    At(Named { id }): At<Named<DayId>>,
    Body(new): Body<NewCallingOff>,
) -> Result<Json<CalledOff>, Wrong> {
    let reason = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
    Ok(Json(CalledOff { slots: done.map_err(|not| wrong(&here, not))? }))
}

fn shapes(here: &Here, all: &[Item]) -> Vec<ItemShape> {
    all.iter().map(|i| ItemShape::of(&here.v, &here.desk.station, i)).collect()
}

/// Who has which slot of a day, and who came without one.
#[utoipa::path(get, path = "/stations/{slug}/desk/reception-days/{id}/receptions", tag = "deputies",
    operation_id = "receptionsOfDay", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = Vec<ItemShape>, description = "By slot"), Reading))]
pub async fn of_day(here: Here, At(Named { id }): At<Named<DayId>>) -> Result<Json<Vec<ItemShape>>, Wrong> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        answers::day(c, &station, id, now)?;
        answers::of_day(c, &house, &station, id, now)
    };
    let all = here.house.db.snapshot(look).await?;
    Ok(Json(shapes(&here, &all)))
}

async fn full(here: &Here, id: VisitId) -> Result<FullItem, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let full = here.house.db.snapshot(move |c: &mut Conn| answers::full(c, &house, &station, id, now)).await?;
    Ok(FullItem::of(&here.v, &here.desk.station, &full))
}

/// Takes a slot for somebody, or writes down what somebody says who came without one. A name is enough, nothing is enough.
#[utoipa::path(post, path = "/stations/{slug}/desk/reception-days/{id}/receptions", tag = "deputies",
    operation_id = "receiveSomebody", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDeskReception,
    responses((status = 201, body = FullItem, description = "Written down"), Reading, Changing))]
pub async fn receive(
    here: Here,
    At(Named { id }): At<Named<DayId>>,
    headers: HeaderMap,
    Body(new): Body<NewDeskReception>,
) -> Result<(StatusCode, Json<FullItem>), Wrong> {
    let (wanted, (name, phone)) = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, keyed::desk(&here, &new)));
    let who = Who::Desk { staff: here.staff(), name, phone };
    let done = match wanted {
        AtDesk::Slot(at) => acts::take(&here.house, &here.desk.station, (id, at), (who, once)).await,
        AtDesk::Here(said) => acts::receive(&here.house, &here.desk.station, (id, said), (who, once)).await,
    };
    let after = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, Json(full(&here, after.id).await?)))
}

/// What waits for an office, and what was closed in the last thirty days.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskReceptions)]
pub struct List {
    open: Vec<ItemShape>,
    closed: Vec<ItemShape>,
}

/// What was said and is not closed, overdue first.
#[utoipa::path(get, path = "/stations/{slug}/desk/receptions", tag = "deputies", operation_id = "receptions",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = List, description = "What was said"), Reading))]
pub async fn list(here: Here) -> Result<Json<List>, Wrong> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::all_items(c, &house, &station, now)).await?;
    Ok(Json(List { open: shapes(&here, &all.open), closed: shapes(&here, &all.closed) }))
}

/// One of them, with its log.
#[utoipa::path(get, path = "/stations/{slug}/desk/receptions/{id}", tag = "deputies", operation_id = "oneReception",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = FullItem, description = "What was said, and what became of it"), Reading))]
pub async fn one(here: Here, At(Named { id }): At<Named<VisitId>>) -> Result<Json<FullItem>, Wrong> {
    Ok(Json(full(&here, id).await?))
}

/// One press. Deputies comment and say "not settled"; they neither answer nor close what an office has.
#[utoipa::path(post, path = "/stations/{slug}/desk/receptions/{id}/steps", tag = "deputies", operation_id = "stepReception",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewReceptionStep,
    responses((status = 200, body = FullItem, description = "How it stands now"), Reading, Changing))]
pub async fn step(
    here: Here,
    At(Named { id }): At<Named<VisitId>>,
    headers: HeaderMap,
    Body(new): Body<NewReceptionStep>,
) -> Result<Json<FullItem>, Wrong> {
    let wish = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, keyed::step(&here, &new)));
    let who = (here.desk.staff.clone(), once);
    let done = acts::step(&here.house, &here.desk.station, (id, wish), who).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(Json(full(&here, id).await?))
}

/// Gives a slot back for somebody.
#[utoipa::path(post, path = "/stations/{slug}/desk/receptions/{id}/cancellation", tag = "deputies",
    operation_id = "giveReceptionSlotBackFor", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = FullItem, description = "How it stands now"), Reading, Changing))]
pub async fn give_back(here: Here, At(Named { id }): At<Named<VisitId>>) -> Result<Json<FullItem>, Wrong> {
    let done = acts::give_back(&here.house, &here.desk.station, id, Some(here.staff())).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(Json(full(&here, id).await?))
}
