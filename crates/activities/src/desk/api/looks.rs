//! What is to come, and what a plan would come to.
use axum::Json;
use kernel::api::{Body, Problem, Wrong};

use super::bodies::{AtDeskShape, DeskShape, PreviewDay, PreviewShape};
use crate::answers::Seen;
use crate::asked::{Ground, NewActivity};
use crate::desk::here::Here;
use crate::failures::{AtDesk, Changing, Looking};
use crate::public::shapes::TimeShape;
use crate::rules::Plan;
use crate::says;

/// So many times to come, and so many activities to hold once more.
const COMING: i64 = 100;
const PAST: usize = 20;

/// What is to come, with what is wrong about it; what was on last; and the rooms that can be held.
#[utoipa::path(get, path = "/stations/{slug}/desk/activities", tag = "desk", operation_id = "activitiesAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "As it is now", body = DeskShape), Looking, AtDesk))]
pub async fn desk(here: Here) -> Result<Json<DeskShape>, Wrong> {
    let reading = here.reading();
    let (coming, past) = (reading.coming(COMING).await?, reading.past(PAST).await?);
    let (rooms, _) = reading.ground().await?;
    let time = |seen: &Seen| TimeShape::of(&here.v, &here.desk.station, seen);
    let at_desk = |seen: &Seen| AtDeskShape {
        time: time(seen),
        no_room: seen.one.no_room.as_ref().map(|why| says::no_room(&here.v, why)),
        lined: seen.one.lined,
    };
    Ok(Json(DeskShape {
        times: coming.iter().map(at_desk).collect(),
        past: past.iter().map(time).collect(),
        rooms: rooms.into_iter().map(Into::into).collect(),
    }))
}

/// The plan that a body means.
pub async fn planned(here: &Here, new: &NewActivity, since: jiff::civil::Date) -> Result<Plan, Wrong> {
    let (rooms, owners) = here.reading().ground().await?;
    let plan = new.checked(&here.v, &Ground { since, rooms: &rooms, owners: &owners });
    plan.map_err(|problems| Problem::fields(&here.v, &problems).into())
}

/// What a plan would come to: its rule in words and its first days. What the rule leaves open is asked back. Changes nothing.
#[utoipa::path(post, path = "/stations/{slug}/desk/activities/preview", tag = "desk", operation_id = "previewActivity",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path, description = "The station's slug")),
    request_body = NewActivity,
    responses((status = 200, description = "What it comes to", body = PreviewShape), Looking, AtDesk, Changing))]
pub async fn preview(here: Here, Body(new): Body<NewActivity>) -> Result<Json<PreviewShape>, Wrong> {
    let plan = planned(&here, &new, here.today()).await?;
    let days = plan.terms.next(plan.terms.starts_on, 5).unwrap_or_default();
    let days = days.into_iter().map(|on| PreviewDay { on, lunar: stations::lunar(&here.v, on) }).collect();
    Ok(Json(PreviewShape { when: says::rule(&here.v, &here.desk.station, &plan.terms), days }))
}
