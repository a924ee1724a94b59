//! Posting a game.
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::Resident;
use stations::At;

use super::shapes::{GameShape, refused};
use crate::acts::Actor;
use crate::games::acts::{self, Coming};
use crate::games::asked::{NewGame, keyed};
use crate::games::reads;
use crate::public::api::failures::{Changing, Reading, SignedIn};

/// Looks for players.
///
/// The slot is held for you; once as many as you want have joined, it is reserved. A quarter of an hour before the start an
/// incomplete game is released and everybody in it told.
#[utoipa::path(post, path = "/stations/{slug}/games", tag = "venues", operation_id = "postGame",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewGame,
    responses((status = 201, description = "Posted", body = GameShape), Reading, SignedIn, Changing))]
pub async fn post(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewGame>,
) -> Result<Response, Wrong> {
    let (wish, entry, name) = new.checked(&at.station.zone).map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &keyed(&house, &new)));
    let coming = Coming { by: Actor::Person(who.id), entry, name };
    let posted = acts::post(&house, &at.station, coming, wish, once).await;
    let id = posted.map_err(|not| refused(&v, &at.station, not, vec![]))?;
    let page = reads::page(&house, &at.station, id, Some(who.id)).await?;
    let path = format!("/api/v1/stations/{}/games/{id}", at.station.slug);
    let location = HeaderValue::try_from(path).map_err(Fault::broken)?;
    let shape = GameShape::of(&v, &at.station, &page.game, true);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(shape)).into_response())
}
