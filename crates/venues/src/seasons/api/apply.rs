//! Applying for a group.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::Resident;
use stations::At;

use super::shapes::{Filing, refused};
use crate::RoundId;
use crate::acts::Actor;
use crate::desk::here::Named;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::seasons::acts::{self, Applying};
use crate::seasons::asked::NewApplication;
use crate::seasons::reads;

/// What your group has applied for.
#[utoipa::path(get, path = "/stations/{slug}/seasons/{id}/application", tag = "venues",
    operation_id = "mySeasonApplication", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The application", body = Filing), Reading, SignedIn))]
pub async fn mine(
    State(house): State<House>,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<Json<Filing>, Wrong> {
    let look = reads::look(&house, &at.station, id).await?;
    Ok(Json(Filing::of(look.of(who.id).ok_or(Fault::NotFound)?)))
}

/// Applies for a group that you lead, or asks for something else than before.
///
/// Whoever leads a group has one application in a round; until the deadline it can be changed as often as you like.
#[utoipa::path(put, path = "/stations/{slug}/seasons/{id}/application", tag = "venues",
    operation_id = "applyForSeason", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewApplication,
    responses((status = 200, description = "Handed in", body = Filing), Reading, SignedIn, Changing))]
pub async fn apply(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
    headers: HeaderMap,
    Body(new): Body<NewApplication>,
) -> Result<Json<Filing>, Wrong> {
    let (name, asked) = new.checked().map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &(id, &new)));
    let applying = Applying::Leader { person: who.id, name };
    let done = acts::apply(&house, &at.station, (id, applying, asked), once).await;
    done.map_err(|not| refused(&v, &at.station, not))?;
    let look = reads::look(&house, &at.station, id).await?;
    Ok(Json(Filing::of(look.of(who.id).ok_or(Fault::NotFound)?)))
}

/// Withdraws your group's application. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/seasons/{id}/withdrawal", tag = "venues",
    operation_id = "withdrawFromSeason", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "It counts no more"), Reading, SignedIn, Changing))]
pub async fn withdraw(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<StatusCode, Wrong> {
    let done = acts::withdraw(&house, &at.station, (id, None), Actor::Person(who.id)).await;
    done.map_err(|not| refused(&v, &at.station, not))?;
    Ok(StatusCode::NO_CONTENT)
}
