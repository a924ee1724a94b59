//! Looking at a fair, applying for a stall place.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::once::Once;
use kernel::view::{Peer, View};
use stations::{At, Named};

use super::shapes::{FairShape, StallShape};
use crate::OccurrenceId;
use crate::draws::rules::StallSheet;
use crate::failures::{Changing, Looking};
use crate::fair::answers::{self, Whole};
use crate::fair::asked::NewFairStall;
use crate::fair::{StallId, acts};

pub async fn whole(house: &House, at: &At, which: Option<OccurrenceId>) -> Result<Whole, Fault> {
    let (station, now) = (at.station.clone(), house.now());
    let found = house.db.snapshot(move |c: &mut Conn| answers::fair(c, &station, which, now)).await?;
    found.ok_or(Fault::NotFound)
}

/// The fair that is on or comes next.
#[utoipa::path(get, path = "/stations/{slug}/fair", tag = "fair", operation_id = "nextFair",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "The fair", body = FairShape), Looking))]
pub async fn next(State(house): State<House>, v: View, at: At) -> Result<Json<FairShape>, Wrong> {
    Ok(Json(FairShape::of(&v, &at.station, &whole(&house, &at, None).await?)))
}

/// A fair with its programme, its plan and what is sold where.
#[utoipa::path(get, path = "/stations/{slug}/fairs/{id}", tag = "fair", operation_id = "fair",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The fair", body = FairShape), Looking))]
pub async fn fair(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Json<FairShape>, Wrong> {
    Ok(Json(FairShape::of(&v, &at.station, &whole(&house, &at, Some(id)).await?)))
}

/// The draw of the stalls as it is published: the hash of the seed before, numbers, places and seed after. Nobody is named.
/// docs/draws.md says how anybody draws it again.
#[utoipa::path(get, path = "/stations/{slug}/fairs/{id}/stall-draw", tag = "fair", operation_id = "stallDraw",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The draw", body = StallSheet), Looking))]
pub async fn stall_draw(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Json<StallSheet>, Wrong> {
    Ok(Json(house.db.snapshot(move |c: &mut Conn| answers::stall_draw(c, &at.station, id)).await?))
}

async fn shown(house: &House, at: &At, id: StallId) -> Result<Json<StallShape>, Wrong> {
    let (h, station) = (house.clone(), at.station.clone());
    let (_, seen, _) = house.db.snapshot(move |c: &mut Conn| answers::stall(c, &h, &station, id)).await?;
    Ok(Json(StallShape::of(&at.station, &seen)))
}

/// Applies for a stall place. Nobody has to be signed in; a name and a number are enough. Whoever has the answer has it.
#[utoipa::path(post, path = "/stations/{slug}/fairs/{id}/stalls", tag = "fair", operation_id = "applyForStall",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewFairStall,
    responses((status = 201, description = "In line", body = StallShape), Looking, Changing))]
pub async fn apply(
    State(house): State<House>,
    v: View,
    (peer, at): (Peer, At),
    Values(Named { id }): Values<Named<OccurrenceId>>,
    headers: HeaderMap,
    Body(new): Body<NewFairStall>,
) -> Result<(StatusCode, Json<StallShape>), Wrong> {
    house.limits.count(Act::TicketFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))?;
    let checked = new.checked(false).map_err(|p| Problem::fields(&v, &p))?;
    let hashed = house.keys.lookup("stall-once", &format!("{new:?}")).to_vec();
    let once = Once::header(&headers).map(|key| Once::new(key, "", &hashed));
    let done = acts::apply(&house, &at.station, (id, checked), (None, once)).await;
    let stall = done.map_err(|not| Wrong::of(&v, not))?;
    Ok((StatusCode::CREATED, shown(&house, &at, stall).await?))
}

/// An application as it stands now.
#[utoipa::path(get, path = "/stations/{slug}/stalls/{id}", tag = "fair", operation_id = "stall",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The application", body = StallShape), Looking))]
pub async fn stall(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<StallId>>,
) -> Result<Json<StallShape>, Wrong> {
    shown(&house, &at, id).await
}

/// Gives an application back; a place that it had goes to whoever is next and fits.
#[utoipa::path(post, path = "/stations/{slug}/stalls/{id}/withdrawal", tag = "fair", operation_id = "withdrawStall",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "As it stands now", body = StallShape), Looking, Changing))]
pub async fn withdraw(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<StallId>>,
) -> Result<Json<StallShape>, Wrong> {
    acts::withdraw(&house, &at.station, (id, None)).await?;
    shown(&house, &at, id).await
}
