use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use kernel::api::{Ask, At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::{AgendaEntry, Laid, OpeningBody};
use super::taking::refused;
use crate::acts::{self, Closing};
use crate::answers;
use crate::desk::asked::NewOpening;
use crate::desk::here::{Here, Manager, Named};
use crate::desk::{act, seen};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::rules::{LayerKind, VenueId};

/// Closures and extra openings that are not over yet. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/openings", tag = "desk", operation_id = "openings",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<OpeningBody>, description = "In the order in which they were laid"), Reading, SignedIn))]
pub async fn list(Manager(here): Manager) -> Result<Json<Vec<OpeningBody>>, Wrong> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let layers = here.house.db.read(move |c| answers::layers_from(c, &station, now)).await?;
    Ok(Json(layers.iter().map(|l| OpeningBody::of(l, &here.desk.station.zone)).collect()))
}

async fn checked(here: &Here, new: &NewOpening) -> Result<Closing, Wrong> {
    let station = here.desk.station.clone();
    let venues = here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?.venues;
    let known: Vec<VenueId> = venues.iter().map(|v| v.id).collect();
    Ok(new.checked(&known, here.now()).map_err(|p| Problem::fields(&here.v, &p))?)
}

/// Closes rooms for a while, or opens them outside their hours. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/openings", tag = "desk", operation_id = "layOpening",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = NewOpening,
    responses((status = 201, body = Laid, description = "Laid"), Reading, SignedIn, Changing))]
pub async fn lay(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<NewOpening>,
) -> Result<(StatusCode, Json<Laid>), Wrong> {
    let closing = checked(&here, &new).await?;
    match act::lay(&here, closing, Once::header(&headers).unwrap_or_default()).await {
        Ok((id, cancelled)) => Ok((StatusCode::CREATED, Json(Laid { id, cancelled }))),
        Err(not) => Err(refused(&here, None, not).await),
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// The number of the venue; none = the whole station.
    #[param(value_type = Option<i32>)]
    venue: Option<VenueId>,
    #[param(value_type = String, format = DateTime)]
    from: Timestamp,
    #[param(value_type = String, format = DateTime)]
    until: Timestamp,
}

/// Whom a closure would hit. Changes nothing. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/openings/hit", tag = "desk", operation_id = "hitByClosure",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), Which),
    responses((status = 200, body = Vec<AgendaEntry>, description = "Live reservations in that time"), Reading, SignedIn))]
pub async fn hit(Manager(here): Manager, Ask(which): Ask<Which>) -> Result<Json<Vec<AgendaEntry>>, Wrong> {
    let Which { venue, from, until } = which;
    // Extra openings need no reason, and whom it hits does not depend on one.
    let (kind, none) = (LayerKind::Open, String::new());
    let new = NewOpening { venue, kind, from, until, reason_zh: none.clone(), reason_en: none, cancel_hit: false };
    let span = checked(&here, &new).await?.span;
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let hit = answers::hit_by(c, &station, venue, &span, now)?;
        seen::with_guests(c, &house, hit)
    };
    let hit: Result<_, Fault> = here.house.db.snapshot(read).await;
    Ok(Json(hit?.iter().map(|s| AgendaEntry::of(s, &here.desk.station)).collect()))
}

/// Takes a closure or an extra opening back. What it has cancelled stays cancelled. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/openings/{id}", tag = "desk", operation_id = "revokeOpening",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = "uuid")),
    responses((status = 204, description = "Taken back"), Reading, SignedIn))]
pub async fn revoke(Manager(here): Manager, At(named): At<Named<Id>>) -> Result<StatusCode, Wrong> {
    acts::reopen(&here.house, &here.desk.station, named.id, here.staff()).await?;
    Ok(StatusCode::NO_CONTENT)
}
