//! Standing in line by oneself.
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{self, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Next, Not};
use kernel::view::View;
use people::Resident;
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::ToSchema;

use super::shapes::{NewWaitShape, WaitShape};
use crate::WaitId;
use crate::acts::{self, Actor, Booker};
use crate::offers;
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::forms::instant;
use crate::public::reserve::at_path;
use crate::public::who::Caller;
use crate::rules::Refusal;
use crate::waiting::forms::WaitForm;
use crate::waiting::line;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Waits)]
pub struct WaitsShape {
    pub waits: Vec<WaitShape>,
}

/// What the path names beside the station.
#[derive(Debug, Deserialize)]
pub struct Named {
    pub id: WaitId,
}

/// What you wait for here, the newest first (20 at most).
#[utoipa::path(get, path = "/stations/{slug}/waits", tag = "venues", operation_id = "myWaits",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Your places in line", body = WaitsShape), Reading, SignedIn))]
pub async fn mine(State(house): State<House>, at: At, who: Resident) -> Result<Json<WaitsShape>, Wrong> {
    let (station, now) = (at.station.clone(), house.now());
    let (waits, _) = house.db.snapshot(move |c| offers::of_person(c, &station, who.id, now)).await?;
    Ok(Json(WaitsShape { waits: waits.iter().map(|w| WaitShape::of(w, &at.station)).collect() }))
}

/// Stands in line for a time that is taken. Whoever waits for the same already gets that place again.
#[utoipa::path(post, path = "/stations/{slug}/waits", tag = "venues", operation_id = "lineUp",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewWaitShape,
    responses((status = 201, description = "In line", body = WaitShape), Reading, SignedIn, Changing))]
pub async fn stand(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewWaitShape>,
) -> Result<Response, Wrong> {
    let form = WaitForm::from(new);
    let wished = form.read(&at.station.zone).map_err(|p| Problem::fields(&v, &p))?;
    let by = (Once::header(&headers), who.id.to_string());
    let stood = line::stand(&house, &at.station, &wished, Booker::Person(who.id), (by.0, &by.1)).await;
    let id = stood.map_err(|not| refused(&v, &at, &form, not))?;
    let found = line::seen(&house, &at.station, id, Actor::Person(who.id)).await?;
    let path = format!("/api/v1/stations/{}/waits/{id}", at.station.slug);
    let location = HeaderValue::try_from(path).map_err(Fault::broken)?;
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(WaitShape::of(&found, &at.station))).into_response())
}

/// Where there is room, the way to book it.
pub fn refused(v: &View, at: &At, form: &WaitForm, not: Not<Refusal>) -> Wrong {
    let room = matches!(not, Not::Refused(Refusal::NotFull));
    let href =
        instant(&form.from, &at.station.zone).filter(|_| room).map(|from| at_path(&at.station, &form.offering, from));
    let next = href.map(|href| Next { label: v.t("venues-book"), href }).into_iter().collect();
    wrong(v, &at.station, not, next)
}

/// One place in line of yours, or, for staff, of the station.
#[utoipa::path(get, path = "/stations/{slug}/waits/{id}", tag = "venues", operation_id = "waitInLine",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The place in line", body = WaitShape), Reading, SignedIn))]
pub async fn one(
    State(house): State<House>,
    At { station }: At,
    caller: Caller,
    api::At(Named { id }): api::At<Named>,
) -> Result<Json<WaitShape>, Wrong> {
    let actor = caller.actor(&house, &station).await?;
    Ok(Json(WaitShape::of(&line::seen(&house, &station, id, actor).await?, &station)))
}

/// Leaves the line; what is kept goes to the next. Doing it twice is fine.
#[utoipa::path(delete, path = "/stations/{slug}/waits/{id}", tag = "venues", operation_id = "stopWaiting",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "How it stands now", body = WaitShape), Reading, SignedIn, Changing))]
pub async fn stop(
    State(house): State<House>,
    v: View,
    At { station }: At,
    caller: Caller,
    api::At(Named { id }): api::At<Named>,
) -> Result<Json<WaitShape>, Wrong> {
    let actor = caller.actor(&house, &station).await?;
    acts::stop_waiting(&house, &station, id, actor).await.map_err(|not| wrong(&v, &station, not, vec![]))?;
    Ok(Json(WaitShape::of(&line::seen(&house, &station, id, actor).await?, &station)))
}
