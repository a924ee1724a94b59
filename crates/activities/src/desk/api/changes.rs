//! Publishing, changing, calling off, ending.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::refusal::Not;
use stations::Named;

use super::bodies::{Cancellation, Change, ChangeTime, Ending, Publish};
use super::looks::planned;
use crate::acts::{self, Changing as Going, End};
use crate::asked;
use crate::desk::forms::TimeForm;
use crate::desk::here::Here;
use crate::failures::{AtDesk, Changing, Looking};
use crate::public::shapes::{ActivityShape, TimeShape};
use crate::rules::Refusal;
use crate::{OccurrenceId, SeriesId};

async fn activity(here: &Here, id: SeriesId) -> Result<Json<ActivityShape>, Wrong> {
    let look = here.reading().look(id).await?;
    Ok(Json(ActivityShape::of(&here.v, &here.desk.station, &look)))
}

async fn time(here: &Here, id: OccurrenceId) -> Result<Json<TimeShape>, Wrong> {
    let seen = here.reading().one(id).await?;
    Ok(Json(TimeShape::of(&here.v, &here.desk.station, &seen)))
}

fn wrong(here: &Here) -> impl Fn(Not<Refusal>) -> Wrong {
    let v = here.v.clone();
    move |not| Wrong::of(&v, not)
}

/// Publishes an activity. It has its times from then on, and each holds its room.
#[utoipa::path(post, path = "/stations/{slug}/desk/activities", tag = "desk", operation_id = "publishActivity",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Publish,
    responses((status = 201, description = "Published", body = ActivityShape), Looking, AtDesk, Changing))]
pub async fn publish(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<Publish>,
) -> Result<(StatusCode, Json<ActivityShape>), Wrong> {
    let plan = planned(&here, &new.activity, here.today()).await?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let at = (here.ports, &here.desk.station);
    let made = acts::make(&here.house, at, (plan, new.anyway), (here.me(), once)).await;
    let id = made.map_err(wrong(&here))?;
    Ok((StatusCode::CREATED, activity(&here, id).await?))
}

/// Changes all times that are to come, or those from a day on: then they go on as an activity of their own, which is
/// returned. Times keep their ids.
#[utoipa::path(put, path = "/stations/{slug}/desk/activities/{id}", tag = "desk", operation_id = "changeActivity",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Change,
    responses((status = 200, description = "As it goes on", body = ActivityShape), Looking, AtDesk, Changing))]
pub async fn change(
    here: Here,
    Values(Named { id }): Values<Named<SeriesId>>,
    headers: HeaderMap,
    Body(new): Body<Change>,
) -> Result<Json<ActivityShape>, Wrong> {
    let old = here.reading().look(id).await?.series;
    let plan = planned(&here, &new.activity, old.plan.terms.starts_on.min(here.today())).await?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, &new));
    let going = Going { id, seen: new.sequence, from: new.from, plan, anyway: new.anyway };
    let changed = acts::change(&here.house, (here.ports, &here.desk.station), going, (here.me(), once)).await;
    activity(&here, changed.map_err(wrong(&here))?).await
}

fn reason(here: &Here, typed: &str) -> Result<String, Wrong> {
    let mut problems = Problems::default();
    let reason = asked::reason(&mut problems, typed);
    problems.or_else_all(Some(reason)).map_err(|p| Problem::fields(&here.v, &p).into())
}

/// Ends an activity: all that would have been is called off. Twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/activities/{id}/end", tag = "desk", operation_id = "endActivity",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = Ending,
    responses((status = 200, description = "Ended", body = ActivityShape), Looking, AtDesk, Changing))]
pub async fn end(
    here: Here,
    Values(Named { id }): Values<Named<SeriesId>>,
    Body(ending): Body<Ending>,
) -> Result<Json<ActivityShape>, Wrong> {
    let end = End { id, from: ending.from, reason: reason(&here, &ending.reason)? };
    let done = acts::end(&here.house, (here.ports, &here.desk.station), end, here.me()).await;
    done.map_err(wrong(&here))?;
    activity(&here, id).await
}

/// Writes one time anew.
#[utoipa::path(put, path = "/stations/{slug}/desk/occurrences/{id}", tag = "desk", operation_id = "changeOccurrence",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = ChangeTime,
    responses((status = 200, description = "As it is now", body = TimeShape), Looking, AtDesk, Changing))]
pub async fn change_one(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Body(new): Body<ChangeTime>,
) -> Result<Json<TimeShape>, Wrong> {
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    let form = TimeForm {
        on: new.on,
        at: new.at,
        minutes: new.minutes.to_string(),
        title: new.title,
        place: new.place,
        note: new.note,
        capacity: number(new.capacity),
        room: if new.without_room { "none".into() } else { number(new.room) },
        ..TimeForm::default()
    };
    let wanted = form.read(&here.desk.station).map_err(|p| Problem::fields(&here.v, &p))?;
    let what = (id, new.sequence, wanted, new.anyway);
    let done = acts::change_one(&here.house, (here.ports, &here.desk.station), what, here.me()).await;
    done.map_err(wrong(&here))?;
    time(&here, id).await
}

/// Calls one time off. Twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/occurrences/{id}/cancellation", tag = "desk", operation_id = "callOffOccurrence",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = Cancellation,
    responses((status = 200, description = "Called off", body = TimeShape), Looking, AtDesk, Changing))]
pub async fn call_off(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Body(cancellation): Body<Cancellation>,
) -> Result<Json<TimeShape>, Wrong> {
    let what = (id, reason(&here, &cancellation.reason)?);
    let done = acts::call_off(&here.house, (here.ports, &here.desk.station), what, here.me()).await;
    done.map_err(wrong(&here))?;
    time(&here, id).await
}
