//! Shelves, and the one on which nobody writes down who takes what.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Ask, At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::At;
use utoipa::IntoParams;

use super::shapes::{ShelfSeenShape, ShelfShape, ShelvesShape};
use crate::catalogue::answers;
use crate::failures::{Changing, Looking};
use crate::public::asked::{Tally, code};
use crate::public::{reads, tally as act};

/// The shelves of the reading room.
#[utoipa::path(get, path = "/stations/{slug}/library/shelves", tag = "library", operation_id = "libraryShelves",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Shelves", body = ShelvesShape), Looking))]
pub async fn list(State(house): State<House>, v: View, at: At) -> Result<Json<ShelvesShape>, Wrong> {
    let station = at.station.id;
    let all = house.db.read(move |c: &mut Conn| answers::shelves(c, station)).await?;
    Ok(Json(ShelvesShape { shelves: all.iter().map(|shelf| ShelfShape::of(&v, &at.station, shelf)).collect() }))
}

/// The code of a path; its `{slug}` is read by [`At`].
#[derive(Debug, Deserialize)]
pub struct OfShelf {
    code: String,
}

/// Which part of a shelf.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// So many come before the first.
    #[param(maximum = 1_000_000)]
    from: usize,
}

/// No shelf is longer.
const FARTHEST: usize = 1_000_000;

/// One shelf, with a part of what belongs there.
#[utoipa::path(get, path = "/stations/{slug}/library/shelves/{code}", tag = "library", operation_id = "libraryShelf",
    params(("slug" = String, Path, description = "The station's slug"), ("code" = String, Path), Asked),
    responses((status = 200, description = "The shelf", body = ShelfSeenShape), Looking))]
pub async fn one(
    State(house): State<House>,
    v: View,
    at: At,
    (Values(of), Ask(asked)): (Values<OfShelf>, Ask<Asked>),
) -> Result<Json<ShelfSeenShape>, Wrong> {
    let shelf = code(&of.code).filter(|_| asked.from <= FARTHEST).ok_or(Fault::NotFound)?.to_owned();
    let seen = reads::shelf(&house, &at.station, (shelf, asked.from)).await?;
    Ok(Json(ShelfSeenShape::of(&v, &at.station, &seen)))
}

/// Counts that one piece was taken from an honesty shelf, or brought to it. Who it was is neither asked nor kept.
#[utoipa::path(post, path = "/stations/{slug}/library/shelves/{code}/tally", tag = "library", operation_id = "tallyShelf",
    params(("slug" = String, Path, description = "The station's slug"), ("code" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Tally,
    responses((status = 204, description = "Counted"), Looking, Changing))]
pub async fn tally(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    Values(of): Values<OfShelf>,
    headers: HeaderMap,
    Body(sent): Body<Tally>,
) -> Result<StatusCode, Wrong> {
    let moved = sent.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    let shelf = code(&of.code).ok_or(Fault::NotFound)?;
    act::tally(&house, &at.station, (shelf, moved), (peer, Once::header(&headers))).await?;
    Ok(StatusCode::NO_CONTENT)
}
