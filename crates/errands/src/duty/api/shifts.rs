//! The roster of a post.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{Ask, At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shapes::WeekShape;
use super::wrong;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Named};
use crate::duty::ShiftId;
use crate::duty::acts;
use crate::duty::answers;
use crate::duty::asked::{DutyWho, NewDutyShift, day};
use crate::duty::keyed;

/// Which week.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct OfWeek {
    /// A day of it; without it, today.
    #[param(value_type = Option<String>, format = Date, example = "2026-06-24")]
    on: Option<String>,
}

/// A week that is written once more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDutyCopy {
    /// A day of the week that gets the shifts of the week before.
    #[schema(format = Date, example = "2026-06-24")]
    on: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DutyCopied {
    /// So many shifts were written.
    shifts: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DutyShiftKept {
    #[schema(value_type = String, format = Uuid)]
    id: ShiftId,
}

fn read_day(here: &Here, typed: &str) -> Result<Date, Wrong> {
    let mut problems = Problems::default();
    let on = day(&mut problems, "on", typed);
    Ok(problems.or_else_all(on).map_err(|p| Problem::fields(&here.v, &p))?)
}

/// A post's week: who stands there, and where nobody does.
#[utoipa::path(get, path = "/stations/{slug}/duty-posts/{id}/shifts", tag = "duty", operation_id = "dutyWeek",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path), OfWeek),
    responses((status = 200, body = WeekShape, description = "Monday to Sunday"), Reading))]
pub async fn roster(
    here: Here,
    At(Named { id }): At<Named<i32>>,
    Ask(asked): Ask<OfWeek>,
) -> Result<Json<WeekShape>, Wrong> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let on = match &asked.on {
        Some(on) => read_day(&here, on)?,
        None => crate::answers::wall(&station, now).date(),
    };
    let week = here.house.db.snapshot(move |c: &mut Conn| answers::week(c, &house, &station, id, on)).await?;
    Ok(Json(WeekShape::of(&here.desk.station, &week)))
}

/// Writes down that somebody stands there.
#[utoipa::path(post, path = "/stations/{slug}/duty-posts/{id}/shifts", tag = "duty", operation_id = "addDutyShift",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDutyShift,
    responses((status = 201, body = DutyShiftKept, description = "Written down"), Reading, Changing))]
pub async fn stand(
    here: Here,
    At(Named { id }): At<Named<i32>>,
    headers: HeaderMap,
    Body(new): Body<NewDutyShift>,
) -> Result<(StatusCode, Json<DutyShiftKept>), Wrong> {
    let standing = new.checked(id).map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    let once = here.once(key, &(id, &new.on, &new.from, &new.until, keyed::who(&here, &new.who)));
    let done = acts::stand(&here.house, &here.desk.station, standing, (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, Json(DutyShiftKept { id })))
}

/// Writes last week's shifts of a post once more; what stands there already is left as it is.
#[utoipa::path(post, path = "/stations/{slug}/duty-posts/{id}/copies", tag = "duty", operation_id = "copyDutyWeek",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    request_body = NewDutyCopy,
    responses((status = 200, body = DutyCopied, description = "Copied"), Reading, Changing))]
pub async fn copy(
    here: Here,
    At(Named { id }): At<Named<i32>>,
    Body(new): Body<NewDutyCopy>,
) -> Result<Json<DutyCopied>, Wrong> {
    let on = read_day(&here, &new.on)?;
    let done = acts::copy_week(&here.house, &here.desk.station, (id, on), here.staff()).await;
    Ok(Json(DutyCopied { shifts: done.map_err(|not| wrong(&here, not))? }))
}

async fn post_of(here: &Here, id: ShiftId) -> Result<i32, Fault> {
    let (house, at) = (here.house.clone(), here.desk.station.id);
    let (kept, _) = here.house.db.read(move |c: &mut Conn| answers::shift(c, &house, at, id)).await?;
    Ok(kept.shift.post)
}

/// Writes a shift anew; its post stays.
#[utoipa::path(put, path = "/stations/{slug}/duty-shifts/{id}", tag = "duty", operation_id = "editDutyShift",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewDutyShift,
    responses((status = 200, body = DutyShiftKept, description = "As it is now"), Reading, Changing))]
pub async fn write(
    here: Here,
    At(Named { id }): At<Named<ShiftId>>,
    Body(edit): Body<NewDutyShift>,
) -> Result<Json<DutyShiftKept>, Wrong> {
    let standing = edit.checked(post_of(&here, id).await?).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::write(&here.house, &here.desk.station, (id, standing), here.staff()).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(Json(DutyShiftKept { id }))
}

/// Takes a shift away; one that has begun ends now. One that is gone already is gone.
#[utoipa::path(delete, path = "/stations/{slug}/duty-shifts/{id}", tag = "duty", operation_id = "removeDutyShift",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "It is gone"), Reading, Changing))]
pub async fn remove(here: Here, At(Named { id }): At<Named<ShiftId>>) -> Result<StatusCode, Wrong> {
    let done = acts::remove(&here.house, &here.desk.station, id, here.staff()).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whoever stands there goes now, and somebody else stands there until the end of the shift.
#[utoipa::path(post, path = "/stations/{slug}/duty-shifts/{id}/handover", tag = "duty", operation_id = "handOverDuty",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = DutyWho,
    responses((status = 200, body = DutyShiftKept, description = "The shift of whoever stands there now"), Reading, Changing))]
pub async fn hand_over(
    here: Here,
    At(Named { id }): At<Named<ShiftId>>,
    headers: HeaderMap,
    Body(who): Body<DutyWho>,
) -> Result<Json<DutyShiftKept>, Wrong> {
    let mut problems = Problems::default();
    let whom = who.read(&mut problems);
    let whom = problems.or_else_all(whom).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, keyed::who(&here, &who)));
    let done = acts::hand_over(&here.house, &here.desk.station, (id, whom), (here.staff(), once)).await;
    Ok(Json(DutyShiftKept { id: done.map_err(|not| wrong(&here, not))? }))
}
