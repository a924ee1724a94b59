//! The line and closures, for programs of the desk.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Ask, At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use serde::Deserialize;
use utoipa::IntoParams;

use super::shapes::{DisplacedShape, NewWaitAtDesk, WaitOfSomebody, WaitShape};
use crate::acts::Booker;
use crate::desk::api::taking::refused;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::seen;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::waiting::forms::WaitForm;
use crate::waiting::{line, parts};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OnDay {
    /// A day in the station's zone; today when not said.
    #[param(value_type = Option<String>, format = Date, example = "2026-06-24")]
    on: Option<String>,
}

/// Who waits on a day, by venue and in line.
#[utoipa::path(get, path = "/stations/{slug}/desk/waits", tag = "desk", operation_id = "line",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), OnDay),
    responses((status = 200, body = Vec<WaitOfSomebody>, description = "In the order of asking"), Reading, SignedIn))]
pub async fn line(here: Here, Ask(asked): Ask<OnDay>) -> Result<Json<Vec<WaitOfSomebody>>, Wrong> {
    let on = seen::day_asked(asked.on.as_deref(), &here.desk.station, here.now());
    if asked.on.is_some_and(|text| text.parse().ok() != Some(on)) {
        let mut problems = Problems::default();
        problems.add("on", "venues-desk-not-a-day");
        return Err(Problem::fields(&here.v, &problems).into());
    }
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| parts::line_of(c, &house, &station, on, now);
    let all: Result<parts::LineOf, Fault> = here.house.db.snapshot(read).await;
    Ok(Json(all?.0.iter().map(|w| WaitOfSomebody::of(w, &here.desk.station)).collect()))
}

/// Writes somebody into the line who has called or stands here.
#[utoipa::path(post, path = "/stations/{slug}/desk/waits", tag = "desk", operation_id = "lineUpSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewWaitAtDesk,
    responses((status = 201, body = WaitShape, description = "In line"), Reading, SignedIn, Changing))]
pub async fn stand(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewWaitAtDesk>,
) -> Result<(StatusCode, Json<WaitShape>), Wrong> {
    let form = WaitForm::from(new);
    let station = &here.desk.station;
    let wished = form.read(&station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let (name, phone) = form.whom().map_err(|p| Problem::fields(&here.v, &p))?;
    let booker = Booker::Desk { staff: here.staff(), name, phone };
    let by = here.staff().to_string();
    match line::stand(&here.house, station, &wished, booker, (Once::header(&headers), &by)).await {
        Ok(id) => {
            let found = line::seen(&here.house, station, id, here.actor()).await?;
            Ok((StatusCode::CREATED, Json(WaitShape::of(&found, station))))
        }
        Err(not) => Err(refused(&here, None, not).await),
    }
}

/// Whom a closure has hit, what each was offered, and who has said yes. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/openings/{id}/displaced", tag = "desk", operation_id = "displacedByClosure",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Vec<DisplacedShape>, description = "In the order of booking"), Reading, SignedIn))]
pub async fn displaced(
    Manager(here): Manager,
    At(Named { id }): At<Named<Id>>,
) -> Result<Json<Vec<DisplacedShape>>, Wrong> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| parts::displaced(c, &house, &station, id, now);
    let all: Result<Vec<parts::Hit>, Fault> = here.house.db.snapshot(read).await;
    Ok(Json(all?.iter().map(|d| DisplacedShape::of(d, &here.desk.station)).collect()))
}
